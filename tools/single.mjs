// Packs a built folder into one HTML file that opens from a disk, a stick or a mail, without a
// server: dist-single/strata.html. `./dev build --single` runs it after a build.
//
// Browsers let a page from a disk load nothing that lies beside it, so every program and every text
// is inside, compressed, and `static/single.js` gives each an address. Which ones there are is read
// from the folder: a loader names what it loads as `./NAME${stamp}`, and a meta element names a
// loader, so that another program needs nothing here. The policy of the file names each inline
// script and style by its digest.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

// Inline in the page by itself, or of no use in a file: pages of their own, icons, the keeping.
const APART = new Set([
  "index.html", "about.html", "speaker.html", "speaker.js", "theme.js", "offline.js",
  "service-worker.js",
]);
const INSIDE = new Set([".js", ".wasm", ".html", ".txt"]);

const text = (root, name) => readFile(join(root, name), "utf8");
const digest = (inline) => `'sha256-${createHash("sha256").update(inline).digest("base64")}'`;

/** A script that names what it loads by marks, which become addresses when it is unpacked. */
function marked(script, name, names, stamp) {
  const known = (mark, other) => {
    if (!names.includes(other)) throw new Error(`${name} loads ${other}, which is not there`);
    return JSON.stringify(mark);
  };
  return script
    .replace("new URL(import.meta.url).search", JSON.stringify(stamp))
    .replace(/new URL\(`\.\/([\w.-]+)\$\{stamp\}`, import\.meta\.url\)/g,
      (_, other) => known(`@packed:${other}@`, other))
    .replace(/import\(`\.\/([\w.-]+)\$\{stamp\}`\)/g, (whole, other) =>
      // What is apart is never reached in a file; boot.js asks before it imports it.
      APART.has(other) ? "Promise.reject()" : `import(${known(`@packed:${other}@`, other)})`);
}

/** One element that holds a file. */
function element(name, content) {
  const held = gzipSync(content, { level: 9 }).toString("base64");
  return `    <script type="application/octet-stream" data-file="${name}">${held}</script>\n`;
}

/** The page with everything inside. */
export async function pack(root) {
  const page = await text(root, "index.html");
  const stamp = /boot\.js(\?v=\w+)"/.exec(page)?.[1];
  if (!stamp) throw new Error(`${root} is not a stamped build`);
  const names = (await readdir(root)).filter((name) => INSIDE.has(extname(name)) && !APART.has(name));
  const loaders = names.filter((name) => extname(name) === ".js" && !names.includes(`${name.slice(0, -3)}_bg.wasm`));
  let elements = "";
  for (const name of names) {
    const loader = loaders.includes(name);
    elements += element(name, loader
      ? marked(await text(root, name), name, names, stamp) : await readFile(join(root, name)));
  }
  const early = await text(root, "theme.js");
  const main = await text("static", "single.js");
  const style = await text(root, "strata.css");
  for (const inline of [early, main, style]) {
    if (/<\/(script|style)|<!--/i.test(inline)) throw new Error("an inline part would end itself");
  }
  const icon = Buffer.from(await text(root, "icon.svg")).toString("base64");
  const policy = `default-src 'none'; script-src ${digest(early)} ${digest(main)} blob: `
    + `'wasm-unsafe-eval'; style-src ${digest(style)}; img-src data: blob:; connect-src blob:; `
    + "worker-src blob:; base-uri 'none'; form-action 'none'";
  const put = (from, pattern, to) => {
    if (!pattern.test(from)) throw new Error(`the page has nothing like ${pattern}`);
    return from.replace(pattern, () => to);
  };
  let html = put(page, /(?<=Security-Policy"\s+content=")[^"]+/, policy);
  html = put(html, /<script src="\.\/theme\.js[^>]*><\/script>/, `<script>${early}</script>`);
  html = put(html, /<script type="module"[^>]*><\/script>/, "");
  html = put(html, /<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
  const still = Buffer.from(await text(root, "still.svg")).toString("base64");
  html = html.replaceAll('src="./still.svg"', `src="data:image/svg+xml;base64,${still}"`);
  html = put(html, /(?<=rel="icon"[^>]*href=")[^"]+/, `data:image/svg+xml;base64,${icon}`);
  html = html
    .replace(/\s*<link\s+rel="(modulepreload|preload|manifest|apple-touch-icon)"[^>]*>/g, "")
    .replace(/\s*<meta\s+(property="og|name="twitter):[^>]*>/g, "")
    .replace(/\s*(<p>)?<a href="\.\/about\.html">[^<]*<\/a>(?:(?<=<p>[^]*)<\/p>)?/g,
      (whole, paragraph) => (paragraph || !whole.endsWith("</p>") ? "" : "</p>"));
  return put(html, /(?=\n\s*<\/body>)/, `\n${elements}    <script type="module">${main}</script>`);
}

async function run([root = "dist", target = "dist-single/strata.html"]) {
  const html = await pack(root);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, html);
  const size = (Buffer.byteLength(html) / 1e6).toFixed(1);
  console.log(`    ${target}: ${size} MB, opens in a browser as it is`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(process.argv.slice(2));
