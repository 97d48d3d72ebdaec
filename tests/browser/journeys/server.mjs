// The server of ./dev serve, without a browser: types, compression, and nothing but the folder.

import assert from "node:assert/strict";
import { request } from "node:http";
import test from "node:test";
import { fileFor, serve } from "../../../tools/serve.mjs";
import { closeAll, origin } from "../harness.mjs";

test.after(closeAll);

/** Asks for a path exactly as written, which fetch would tidy first. */
function ask(address, path, headers = {}) {
  const { hostname, port } = new URL(address);
  return new Promise((done, failed) => {
    request({ hostname, port, path, headers }, (response) => {
      response.resume().on("end", () => done(response));
    }).on("error", failed).end();
  });
}

test("WebAssembly has its type, and comes compressed to who accepts that", async () => {
  const address = await origin();
  const headers = { "accept-encoding": "gzip, deflate, br" };
  const packed = await ask(address, "/strata_bg.wasm", headers);
  assert.equal(packed.headers["content-type"], "application/wasm");
  assert.equal(packed.headers["content-encoding"], "br");
  const plain = await ask(address, "/strata_bg.wasm");
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.ok(Number(packed.headers["content-length"]) < Number(plain.headers["content-length"]));
  const again = { ...headers, "if-none-match": packed.headers.etag };
  assert.equal((await ask(address, "/strata_bg.wasm", again)).statusCode, 304);
});

test("no path leads out of the folder", async () => {
  const address = await origin();
  const ways = ["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json",
    "/x/..%2f..%2fpackage.json", "/..%5cpackage.json", "/%00", "/%", "//etc/passwd", "/assets/"];
  for (const way of ways) assert.equal((await ask(address, way)).statusCode, 404, way);
  assert.equal(fileFor("/srv/dist", "/", "/a/../../x"), "/srv/dist/x");
  assert.equal(fileFor("/srv/dist", "/", "/..%2f..%2fetc"), undefined);
  assert.equal(fileFor("/srv/dist", "/sub/", "/elsewhere"), undefined);
});

test("a taken port gives way to the next one", async () => {
  const first = await serve({ root: "dist", port: 0 });
  const second = await serve({ root: "dist", port: first.port });
  assert.ok(second.port > first.port);
  await Promise.all([first.close(), second.close()]);
});

test("who works on the page gets no service worker that keeps an old one", async () => {
  const kept = await fetch(`${await origin()}service-worker.js`).then((answer) => answer.text());
  assert.match(kept, /FILES = \[".*strata_bg\.wasm/);
  const server = await serve({ root: "dist", port: 0, forget: true });
  const dropped = await fetch(`${server.url}service-worker.js`).then((answer) => answer.text());
  assert.match(dropped, /registration\.unregister/);
  await server.close();
});
