// What a first visit must fetch before the app can be used, against the budget of the design.

import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET_BYTES = 400_000;
// Fetched when they are asked for, and not before.
const LATER = /^((about|model\..*)\.html|shell\.css)$/;
const COUNTED = new Set([".js", ".wasm", ".css", ".html", ".svg"]);

const root = process.argv[2] ?? "dist";
const rows = [];
for (const name of await readdir(root, { recursive: true })) {
  if (!COUNTED.has(extname(name)) || LATER.test(name)) continue;
  const body = await readFile(join(root, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  rows.push({ name, raw: body.length, brotli: brotliCompressSync(body, { params }).length });
}
rows.sort((a, b) => b.brotli - a.brotli);

const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
const line = (name, raw, brotli) =>
  console.log(`    ${name.padEnd(28)} ${raw.padStart(10)} ${brotli.padStart(10)}`);
line("file", "bytes", "brotli");
for (const row of rows) line(row.name, String(row.raw), String(row.brotli));
line("total", String(total("raw")), String(total("brotli")));

const used = total("brotli");
console.log(`    ${((100 * used) / BUDGET_BYTES).toFixed(0)} % of the budget of ${BUDGET_BYTES} bytes`);
if (rows.length === 0 || used > BUDGET_BYTES) {
  console.error(rows.length === 0 ? `error: ${root} is empty` : "error: over the budget");
  process.exit(1);
}
