// Marks the addresses in a built index.html with a digest of the build: `boot.js?v=3f2a...`.
//
// The files keep their plain names, so that the content policy and the boot script stay constant;
// the digest in the query still keeps a browser from mixing a new page with the old WebAssembly
// in its cache. boot.js hands its own query on to what it loads. trunk runs this after a build.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";

const root = process.env.TRUNK_STAGING_DIR ?? "dist";
const marked = new Set([".css", ".js", ".wasm"]);

const digest = createHash("sha256");
for (const name of (await readdir(root, { recursive: true })).sort()) {
  if (marked.has(extname(name))) digest.update(name).update(await readFile(join(root, name)));
}
const stamp = digest.digest("hex").slice(0, 12);

const page = join(root, "index.html");
const html = (await readFile(page, "utf8"))
  // trunk leaves its own directive behind when it injects no script.
  .replace(/\n\s*<link data-trunk rel="rust"[^>]*>/, "")
  .replace(/((?:href|src)="\.\/[^"?]+\.(?:css|js|wasm))"/g, `$1?v=${stamp}"`);
await writeFile(page, html);
