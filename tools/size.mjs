// What a first visit must fetch before the app can be used, against the budget of the design.

import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET_BYTES = 400_000;
// Fetched when they are asked for, and not before: texts, and the programs of parts and of long work.
const LATER = /^((about|speaker|model\..*)\.html|shell\.css|still\.svg|(offline|speaker|service-worker)\.js)$/;
const PROGRAM = /^(strata-)?(worker|parts)/;
const COUNTED = new Set([".js", ".wasm", ".css", ".html", ".svg"]);

const root = process.argv[2] ?? "dist";
const rows = [];
const later = [];
for (const name of await readdir(root, { recursive: true })) {
  if (!COUNTED.has(extname(name)) || LATER.test(name)) continue;
  const body = await readFile(join(root, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const brotli = brotliCompressSync(body, { params }).length;
  (PROGRAM.test(name) ? later : rows).push({ name, raw: body.length, brotli });
}

const total = (of, key) => of.reduce((sum, row) => sum + row[key], 0);
const line = (name, raw, brotli) =>
  console.log(`    ${name.padEnd(28)} ${raw.padStart(10)} ${brotli.padStart(10)}`);
const table = (of, head) => {
  line(head, "bytes", "brotli");
  for (const row of of.sort((a, b) => b.brotli - a.brotli)) {
    line(row.name, String(row.raw), String(row.brotli));
  }
  line("total", String(total(of, "raw")), String(total(of, "brotli")));
};
table(rows, "to interact");
const used = total(rows, "brotli");
console.log(`    ${((100 * used) / BUDGET_BYTES).toFixed(0)} % of the budget of ${BUDGET_BYTES} bytes`);
if (later.length > 0) table(later, "on demand");
if (rows.length === 0 || used > BUDGET_BYTES) {
  console.error(rows.length === 0 ? `error: ${root} is empty` : "error: over the budget");
  process.exit(1);
}
