// Getting to the app, and what stands there when that fails. Nothing here knows how the app looks.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, FIREFOX, noHorizontalScroll, open, origin, quiet } from "../harness.mjs";

test.after(closeAll);

const SWITCHED = "Firefox is not told by its driver to run no scripts";

test("the app takes the place of the loading line, quietly and from one origin", async () => {
  const { page, noted } = await open();
  assert.equal(await page.locator("#fallback").isVisible(), false);
  assert.notEqual((await page.locator("#app").innerText()).trim(), "");
  await page.waitForLoadState("networkidle");
  quiet(noted);
});

test("it works from a folder of another site", async () => {
  const { noted, address } = await open({ base: "/courses/os/strata/" });
  assert.match(address, /\/courses\/os\/strata\/$/);
  quiet(noted);
});

test("it starts when storage is forbidden, and when it is full", async () => {
  for (const storage of ["forbidden", "full"]) {
    const { noted } = await open({ storage });
    quiet(noted);
  }
});

test("language and theme are those of the system, or those chosen last", async () => {
  const root = (page) => page.evaluate(() => [document.documentElement.lang,
    document.documentElement.dataset.theme]);
  const korean = await open({ language: "ko", wasm: false });
  assert.deepEqual(await root(korean.page), ["ko", "auto"]);
  const saved = { "strata.theme": "dark", "strata.language": "en" };
  const chosen = await open({ language: "ko", saved, wasm: false });
  assert.deepEqual(await root(chosen.page), ["en", "dark"]);
  const nonsense = { "strata.theme": "<b>", "strata.language": "tlh" };
  const careful = await open({ saved: nonsense, wasm: false });
  assert.deepEqual(await root(careful.page), ["en", "auto"]);
});

/** Opens with something missing and checks that one reason is told, in both languages. */
async function fails(options, reason) {
  const { page, noted } = await open({ ...options, wait: false });
  await page.locator("#fallback").waitFor({ state: "visible" });
  assert.equal(await page.locator("#app").isVisible(), false);
  const told = await page.locator("#fallback [data-reason]:visible").evaluateAll((paragraphs) =>
    paragraphs.map((each) => `${each.closest("[lang]").lang} ${each.dataset.reason}`));
  assert.deepEqual(told, [`en ${reason}`, `ko ${reason}`]);
  assert.deepEqual(noted.pageErrors, []);
  assert.deepEqual(noted.foreignRequests, []);
  return page;
}

test("without WebAssembly a message says so, readable for all", async () => {
  for (const [theme, width] of [["light", 1280], ["dark", 320]]) {
    const page = await fails({ wasm: false, theme, width }, "wasm");
    await axe(page);
    await noHorizontalScroll(page);
  }
});

test("a file that does not arrive is told apart from an old browser", async () => {
  await fails({ block: ["strata_bg.wasm"] }, "load");
  await fails({ block: ["strata.js"] }, "load");
});

test("without scripts there is a message, readable for all", { skip: FIREFOX && SWITCHED }, async () => {
  const { page, noted } = await open({ script: false, width: 320 });
  const headings = page.locator("noscript h2:visible");
  assert.deepEqual(await headings.evaluateAll((all) => all.map((each) => each.innerText)), [
    "Strata needs JavaScript",
    "Strata에는 JavaScript가 필요합니다",
  ]);
  assert.equal(await page.locator("#loading").isVisible(), false);
  await noHorizontalScroll(page);
  quiet(noted);
  // axe is a script itself, so it looks at the same words in a page that may run it.
  const able = await open({ width: 320 });
  await able.page.evaluate(() => {
    const heading = "<header><h1>Strata</h1></header>";
    document.body.innerHTML = heading + document.querySelector("noscript").textContent;
  });
  await axe(able.page);
});

test("the page about Strata needs no script and is readable for all", async () => {
  const { page, noted } = await open({ path: "about.html", wait: false, theme: "dark" });
  await axe(page);
  quiet(noted);
});

test("the policy lets nothing in from elsewhere, on the page and in the header", async () => {
  const response = await fetch(await origin());
  const header = response.headers.get("content-security-policy");
  assert.match(header, /default-src 'none'/);
  assert.doesNotMatch(header, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  assert.ok((await response.text()).includes(header));
  const { page } = await open();
  const refused = await page.evaluate(() =>
    fetch("https://example.invalid/").then(() => "sent", () => "refused"));
  assert.equal(refused, "refused");
});
