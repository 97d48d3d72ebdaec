// Serves one folder on this machine, the way a good static host would: right types, compressed,
// and with the page's own content policy as a header too, so that what works here works there.
//
// node tools/serve.mjs [--root dist] [--port 8080] [--base /] [--open] [--forget]
//
// With --forget browsers are told to keep nothing offline, and to drop what they have kept.

import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, relative, resolve, isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const PACKED_ALREADY = new Set([".png", ".woff2", ".ico"]);
const PORTS_TRIED = 50;

/** The content policy that a page states about itself, or nothing. */
export function policyOf(html) {
  return /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
}

/** The file that a request path names inside `root`, or nothing where it names none. */
export function fileFor(root, base, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0") || path.includes("\\") || !path.startsWith(base)) return undefined;
  const rest = path.slice(base.length);
  const file = resolve(root, `./${rest === "" || rest.endsWith("/") ? `${rest}index.html` : rest}`);
  const inside = relative(root, file);
  return inside.startsWith("..") || isAbsolute(inside) ? undefined : file;
}

/** Files as they were last read, with their compressed forms made on first demand. */
class Cache {
  #entries = new Map();

  async get(file) {
    const { mtimeMs, size } = await stat(file);
    let entry = this.#entries.get(file);
    if (!entry || entry.mtimeMs !== mtimeMs || entry.size !== size) {
      const body = await readFile(file);
      const tag = createHash("sha256").update(body).digest("base64url").slice(0, 16);
      entry = { mtimeMs, size, tag, identity: body };
      this.#entries.set(file, entry);
    }
    return entry;
  }
}

function encodingFor(accepted, file) {
  if (PACKED_ALREADY.has(extname(file))) return "identity";
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}

function packed(entry, encoding) {
  entry[encoding] ??=
    encoding === "br"
      ? brotliCompressSync(entry.identity, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
        })
      : gzipSync(entry.identity);
  return entry[encoding];
}

// In place of the service worker: it takes the place of the one before it, and goes.
const FORGET = `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("strata ")) await caches.delete(name);
  await registration.unregister();
})()));
`;

async function answer(request, response, { root, base, cache, forget }) {
  const say = (status, text) => {
    response.writeHead(status, { "Content-Type": TYPES[".txt"] }).end(text);
  };
  if (request.method !== "GET" && request.method !== "HEAD") return say(405, "only GET and HEAD\n");
  const file = fileFor(root, base, request.url);
  if (!file) return say(404, "not found\n");
  if (forget && file === join(root, "service-worker.js")) {
    response.writeHead(200, { "Content-Type": TYPES[".js"], "Cache-Control": "no-store" }).end(FORGET);
    return;
  }
  let entry, index;
  try {
    entry = await cache.get(file);
    index = await cache.get(join(root, "index.html"));
  } catch {
    return say(404, "not found\n");
  }
  const encoding = encodingFor(String(request.headers["accept-encoding"] ?? ""), file);
  const headers = {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    // Kept by the browser, but asked about each time: a rebuilt page is never a stale one.
    "Cache-Control": "no-cache",
    ETag: `"${entry.tag}-${encoding}"`,
    Vary: "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
    // A page in a sandbox has no origin of its own; everything here is public.
    "Access-Control-Allow-Origin": "*",
    "Referrer-Policy": "no-referrer",
  };
  // On every file, since a worker obeys the policy of its script and not of its page.
  const policy = policyOf(String(index.identity));
  if (policy) headers["Content-Security-Policy"] = policy;
  if (request.headers["if-none-match"] === headers.ETag) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = packed(entry, encoding);
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  headers["Content-Length"] = body.length;
  response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
}

function listen(server, port) {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", failed);
      done(server.address().port);
    });
  });
}

/**
 * Starts serving. A taken port gives way to the next free one; port 0 lets the system choose.
 * `base` is the path the folder appears under, with a slash at both ends.
 */
export async function serve({ root, port = 8080, base = "/", forget = false }) {
  const cache = new Cache();
  const folder = resolve(root);
  const server = createServer((request, response) => {
    answer(request, response, { root: folder, base, cache, forget }).catch(() => response.destroy());
  });
  for (let tried = port; ; tried += 1) {
    try {
      const bound = await listen(server, tried);
      const close = () => {
        server.closeAllConnections();
        return new Promise((done) => server.close(done));
      };
      return { port: bound, url: `http://localhost:${bound}${base}`, close };
    } catch (error) {
      const next = error.code === "EADDRINUSE" || error.code === "EACCES";
      if (!next || tried >= Math.min(port + PORTS_TRIED, 65535)) throw error;
    }
  }
}

function openBrowser(url) {
  const opener = { darwin: "open", win32: "explorer" }[process.platform] ?? "xdg-open";
  const child = spawn(opener, [url], { stdio: "ignore", detached: true });
  child.on("error", () => console.log(`    no ${opener} here: open the address by hand`));
  child.unref();
}

async function main(words) {
  const value = (name, otherwise) => {
    const at = words.indexOf(name);
    return at < 0 ? otherwise : words[at + 1];
  };
  const root = value("--root", "dist");
  const port = Number(value("--port", "8080"));
  const base = value("--base", "/");
  try {
    await stat(join(root, "index.html"));
  } catch {
    console.error(`error: there is no ${join(root, "index.html")}\n    try: ./dev build`);
    process.exit(1);
  }
  let running;
  try {
    running = await serve({ root, port, base, forget: words.includes("--forget") });
  } catch (error) {
    console.error(`error: no port from ${port} on can be used (${error.code})`);
    console.error("    try: ./dev serve --port 9000");
    process.exit(1);
  }
  if (port !== 0 && running.port !== port) {
    console.log(`    port ${port} is taken, so this is ${running.port}`);
  }
  console.log(`==> Strata is at ${running.url}   (Ctrl-C ends it)`);
  if (words.includes("--open")) openBrowser(running.url);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => running.close().then(() => process.exit(0)));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(process.argv.slice(2));
