// A second visit without a network, and how a newer build comes to the page: offered, not forced.

import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { serve } from "../../../tools/serve.mjs";
import { axe, closeAll, DIST, FIREFOX, open, quiet } from "../harness.mjs";

const copies = [];

test.after(async () => {
  await closeAll();
  for (const { root, server } of copies) {
    await server.close().catch(() => {});
    await rm(root, { recursive: true });
  }
});

/** A copy of dist with a server of its own, which can be ended and can get a newer build. */
async function copy() {
  const root = await mkdtemp(join(tmpdir(), "strata-"));
  await cp(DIST, root, { recursive: true });
  const server = await serve({ root, port: 0 });
  copies.push({ root, server });
  return { root, server, at: server.url };
}

const buildOf = (script) => /const BUILD = "(\w{12})"/.exec(script)[1];

/** Makes the copy another build by its digest, and its page by a word. */
async function renew(root) {
  const old = buildOf(await readFile(join(root, "service-worker.js"), "utf8"));
  for (const name of (await readdir(root)).filter((each) => /\.(html|js)$/.test(each))) {
    const text = (await readFile(join(root, name), "utf8")).replaceAll(old, "0123456789ab");
    await writeFile(join(root, name), text.replace("<title>", "<title>Newer "));
  }
}

const kept = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  return navigator.serviceWorker.controller !== null
    || new Promise((done) => { navigator.serviceWorker.oncontrollerchange = () => done(true); });
});

const started = (page) => page.waitForSelector("#loading", { state: "detached" });
const stores = (page) => page.evaluate(() => caches.keys());
const scripts = (page) => page.evaluate(() => document.querySelector("script[type=module]").src);

test("the second visit needs no network: the Lab, a sweep, notes, the model", async () => {
  const { server, at } = await copy();
  const { page, noted, context } = await open({ at, keeps: true });
  await kept(page);
  await server.close();
  await page.goto(at);
  await started(page);
  await page.locator(".machine-drawing").nth(1).waitFor();
  await page.getByRole("link", { name: "Explore", exact: true }).click();
  await page.getByRole("button", { name: "Run the sweep" }).click();
  await page.locator(".study canvas").waitFor();
  await page.getByRole("link", { name: "The model", exact: true }).click();
  await page.locator(".prose h3").nth(3).waitFor();
  await page.getByRole("link", { name: "Evidence", exact: true }).click();
  await page.getByText("Show all constants").click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".sources .note")].some((note) => note.innerText.length > 20));
  // A page of its own, with a query and by another of its names.
  for (const path of ["about.html", "index.html", "?stringTest=long"]) {
    const other = await context.newPage();
    await other.goto(at + path);
    assert.equal(await other.locator("h1").first().innerText(), "Strata");
    await other.close();
  }
  quiet(noted);
});

test("a newer build is offered, can be put off, and comes when it is asked for", async () => {
  const { root, at } = await copy();
  const { page, noted } = await open({ at, keeps: true });
  await kept(page);
  await renew(root);
  await page.reload();
  await started(page);
  const offer = page.locator(".update");
  await offer.waitFor();
  assert.doesNotMatch(await page.evaluate(() => document.title), /Newer/);
  assert.doesNotMatch(await scripts(page), /0123456789ab/);
  await axe(page, "#update");
  await offer.getByRole("button", { name: "Later" }).click();
  assert.equal(await offer.isVisible(), false);
  // Reloading is no consent either.
  await page.reload();
  await offer.waitFor();
  assert.doesNotMatch(await scripts(page), /0123456789ab/);
  assert.equal((await stores(page)).length, 2);
  await offer.getByRole("button", { name: "Reload" }).click();
  await page.waitForFunction(() => /0123456789ab/.test(document.querySelector("script[type=module]").src));
  await started(page);
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
  assert.match((await stores(page))[0], /0123456789ab$/);
  assert.equal(await offer.isVisible(), false);
  quiet(noted);
});

test("another tab is left as it is when one takes the newer build", async () => {
  const { root, at } = await copy();
  const { page, context } = await open({ at, keeps: true });
  await kept(page);
  const other = await context.newPage();
  await other.goto(at);
  await started(other);
  await other.evaluate(() => { window.mark = "still here"; });
  await renew(root);
  await page.reload();
  await page.locator(".update").getByRole("button", { name: "Reload" }).click();
  await page.waitForFunction(() => /0123456789ab/.test(document.querySelector("script[type=module]").src));
  await other.locator(".update").waitFor();
  assert.equal(await other.evaluate(() => window.mark), "still here");
});

test("the offer is made in the language of the page, and fits a phone", async () => {
  const { root, at } = await copy();
  const { page } = await open({ at, keeps: true, language: "ko", width: 320, theme: "dark" });
  await kept(page);
  await renew(root);
  await page.reload();
  await page.locator(".update").waitFor();
  assert.match(await page.locator(".update").innerText(), /새 버전[^]*새로 고침[^]*나중에/);
  await axe(page, "#update");
  const { x, width } = await page.locator(".update").boundingBox();
  assert.ok(x >= 0 && x + width <= 320);
});

const TOLD = "only Chromium's tools tell whether a page can be installed";

test("it can be installed, and says its name in both languages", { skip: FIREFOX && TOLD }, async () => {
  const { page } = await open({ at: (await copy()).at, keeps: true });
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.match(manifest.name, /Strata.*가상 머신/);
  for (const { src } of manifest.icons) {
    assert.equal((await page.request.get(new URL(src, page.url()).href)).status(), 200, src);
  }
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A private window, which every page of these tests lies in, never installs anything.
  const told = installabilityErrors.map((error) => error.errorId);
  assert.deepEqual(told.filter((error) => error !== "in-incognito"), []);
});

test("no cookie, and nothing kept where the page is a frame of another", async () => {
  const { at } = await copy();
  const { page, context, noted } = await open({ at, keeps: true });
  await kept(page);
  assert.deepEqual(await context.cookies(), []);
  quiet(noted);
  // A site of another that shows the page in a frame.
  const outer = createServer(async (request, response) => {
    const name = new URL(request.url, at).pathname;
    if (name === "/outer.html") {
      return response.setHeader("Content-Type", "text/html").end('<iframe src="./index.html"></iframe>');
    }
    const inner = await fetch(new URL(name, at));
    response.setHeader("Content-Type", inner.headers.get("content-type"));
    response.end(Buffer.from(await inner.arrayBuffer()));
  });
  await new Promise((done) => outer.listen(0, "127.0.0.1", done));
  const home = `http://localhost:${outer.address().port}/`;
  const framed = await open({ at: home, keeps: true, path: "outer.html", wait: false });
  await framed.page.frameLocator("iframe").locator(".machine-drawing").first().waitFor();
  await framed.page.waitForTimeout(3500);
  const registered = () => navigator.serviceWorker.getRegistrations().then((all) => all.length);
  assert.equal(await framed.page.evaluate(registered), 0);
  outer.closeAllConnections();
  outer.close();
});
