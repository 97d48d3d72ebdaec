// Joins the style sheets of a built page into one, which is smaller and one request instead of
// twelve, and marks the addresses in its index.html with a digest of the build:
// `boot.js?v=3f2a...`.
//
// The files keep their plain names, so that the content policy and the boot script stay constant;
// the digest in the query still keeps a browser from mixing a new page with the old WebAssembly
// in its cache. boot.js hands its own query on to what it loads. The service worker gets the digest
// and the list of all files, for it keeps a build as a whole. trunk runs this after a build.

// First, for trunk runs its hooks side by side, and the list must be of all files.
import "./model.mjs";
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const root = process.env.TRUNK_STAGING_DIR ?? "dist";
// Where the build will be found, if the one who builds knows: STRATA_SITE=https://example.org/os/
const site = process.env.STRATA_SITE;
const KEEPER = "service-worker.js";
// Not kept for use without a network: what keeps the others, and what only other sites show.
const LEFT_OUT = new Set([KEEPER, "card.png"]);

const page = join(root, "index.html");
const built = await readFile(page, "utf8");
const sheet = /\s*<link rel="stylesheet" href="\.\/([^"?]+\.css)"\s*\/?>/g;
const sheets = [...built.matchAll(sheet)].map((link) => link[1]);
if (sheets.length === 0) throw new Error(`${page} links no style sheet`);
// In the order of the page, for a later rule wins.
const styles = await Promise.all(sheets.map((name) => readFile(join(root, name), "utf8")));
// A sheet that the page without scripts links stays beside the joined one.
const plain = await readFile(join(root, "about.html"), "utf8");
const spare = sheets.filter((name) => !plain.includes(`./${name}`));
await Promise.all(spare.map((name) => rm(join(root, name))));
await writeFile(join(root, "strata.css"), styles.join("\n"));
let joined = false;
// What is shown where the app cannot start: a picture and its numbers, written once.
const still = await readFile("static/still.html", "utf8");
const withStill = (html) => html.replaceAll("<!-- still.html -->", () => still.trimEnd());
await writeFile(join(root, "about.html"), withStill(plain));
const linked = withStill(built).replace(sheet, () => {
  const first = !joined;
  joined = true;
  return first ? '\n    <link rel="stylesheet" href="./strata.css" />' : "";
});

const everything = await readdir(root, { recursive: true, withFileTypes: true });
const files = everything
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .sort();
const digest = createHash("sha256");
for (const name of files) digest.update(name).update(await readFile(join(root, name)));
const stamp = digest.digest("hex").slice(0, 12);

const html = linked
  // trunk leaves its own directive behind when it injects no script.
  .replace(/\n\s*<link data-trunk rel="rust"[^>]*>/g, "")
  .replace(/((?:href|src|content)="\.\/[^"?]+\.(?:css|js|wasm))"/g, `$1?v=${stamp}"`)
  // Social cards are read by programs that do not know where they are.
  .replace(/(og:image" content=")\.\//, `$1${site === undefined ? "./" : new URL("./", site)}`);
await writeFile(page, html);

// The other programs refuse to serve a page of another build.
for (const name of ["worker.js", "parts.js"]) {
  const path = join(root, name);
  const script = await readFile(path, "utf8");
  if (!script.includes('"unstamped"')) throw new Error(`${path} has no place for the digest`);
  await writeFile(path, script.replace('"unstamped"', `"${stamp}"`));
}

const keeper = join(root, KEEPER);
// The page is kept under the address of its folder, which is what people open.
const kept = files
  .filter((name) => !LEFT_OUT.has(name))
  .map((name) => (name === "index.html" ? "./" : `./${name}`));
const empty = await readFile(keeper, "utf8");
if (!empty.includes("FILES = []")) throw new Error(`${keeper} has no place for the files`);
const filled = empty
  .replace('"unstamped"', `"${stamp}"`)
  .replace("FILES = []", `FILES = ${JSON.stringify(kept)}`);
await writeFile(keeper, filled);
