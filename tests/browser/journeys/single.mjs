// The page as one file, opened from a disk as people open it: by its path, without a server.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { pack } from "../../../tools/single.mjs";
import { closeAll, DIST, FIREFOX, open, quiet } from "../harness.mjs";

let folder;
let at;
let html;

test.before(async () => {
  // Alone in its folder, so that nothing beside it can help.
  folder = await mkdtemp(join(tmpdir(), "strata-"));
  const path = join(folder, "strata.html");
  html = await pack(DIST);
  await writeFile(path, html);
  at = pathToFileURL(path).href;
});
test.after(async () => {
  await closeAll();
  await rm(folder, { recursive: true });
});

test("it opens, plays, and is the same simulator", async () => {
  const { page, noted } = await open({ at });
  await page.locator(".machine-drawing").nth(1).waitFor();
  assert.match(await page.locator(".headline-words").innerText(), /^All 12 containers were ready/);
  await page.getByRole("button", { name: "Play the start" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  for (const fold of await page.locator("figure details").all()) {
    await fold.evaluate((details) => { details.open = true; });
  }
  const golden = await readFile(new URL("../../golden/digests.txt", import.meta.url), "utf8");
  const [, ...pair] = golden.split("\n")[0].split(" ");
  await page.waitForFunction((known) => [...document.querySelectorAll(".digest")]
    .map((each) => each.innerText.trim()).join(" ") === known, pair.join(" "));
  quiet(noted);
});

test("the second program sweeps, and writes files", async () => {
  const { page, noted } = await open({ at, path: "#/explore" });
  await page.getByRole("button", { name: "Run the sweep" }).click();
  await page.locator(".study canvas").waitFor();
  // Firefox's driver has told of no download from such a page yet.
  if (FIREFOX) return quiet(noted);
  await page.getByRole("link", { name: "Lab", exact: true }).click();
  await page.locator(".machine-drawing").nth(1).waitFor();
  await page.locator(".tools button[aria-haspopup]").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("group", { name: "Take away" }).first()
      .getByRole("button", { name: "CSV", exact: true }).click(),
  ]);
  assert.match(await readFile(await download.path(), "utf8"), /^[^\n]+,[^\n]+\n[^]+,/);
  quiet(noted);
});

test("the texts are inside: notes, and the model in both languages", async () => {
  for (const [language, word] of [["en", "What a result is"], ["ko", "모델"]]) {
    const { page, noted } = await open({ at, path: "#/model", language });
    await page.locator(".prose h3").nth(3).waitFor();
    assert.match(await page.locator(".prose").innerText(), new RegExp(word));
    quiet(noted);
  }
  const { page, noted } = await open({ at, path: "#/evidence" });
  // The page is drawn again when its first results come; a click before that may go to nobody.
  await page.getByRole("heading", { name: "Evidence" }).waitFor();
  const fold = page.locator("details", { hasText: "Show all constants" });
  await fold.locator("summary").click();
  if (await fold.getAttribute("open") === null) await fold.locator("summary").click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".sources .note")].some((note) => note.innerText.length > 20));
  quiet(noted);
});

test("a link into the file keeps its settings", async () => {
  const { page, noted } = await open({ at, path: "#/lab?v=1&n=30&c=62f62e2f" });
  await page.waitForFunction(() => document.querySelector("input[type=number]"));
  assert.equal(await page.getByRole("spinbutton", { name: "Instances" }).inputValue(), "30");
  quiet(noted);
});

test("its policy lets in only what is inside", () => {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)[1];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*|'self'/);
  assert.doesNotMatch(html.replace(/<script type="application[^]*?<\/script>/g, ""),
    /(?:href|src)="\.?\/?[\w./-]+"/, "nothing beside the file is named");
});
