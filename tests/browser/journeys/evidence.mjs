// Published results, simulated again in the page, and the constants with their sources.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

/** Opens the page and waits until all rows are simulated. */
async function evidence(options) {
  const opened = await open({ path: "#/evidence", ...options });
  await opened.page.waitForFunction(() => document.querySelector(".tally")?.textContent,
    undefined, { timeout: 120_000 });
  return opened;
}

test("every row says what was published, what is simulated, and a verdict in words", async () => {
  const { page, noted } = await evidence();
  const rows = page.locator(".checks tbody tr");
  const count = await rows.count();
  assert.ok(count > 40, `${count} rows`);
  const told = await page.locator(".tally").innerText();
  assert.match(told, new RegExp(`\\d+ of ${count} values`));
  for (const row of await page.locator(".checks tr.fails").all()) {
    assert.match(await row.innerText(), /✗ misses/);
    assert.ok((await row.locator(".note").innerText()).length > 20, "a miss is explained");
  }
  quiet(noted);
});

test("all constants stand there with range and source", async () => {
  const { page, noted } = await evidence();
  await page.getByText("Show all constants").click();
  await page.locator(".sources tbody tr").nth(200).waitFor();
  assert.match(await page.locator(".sources").innerText(), /assumption/);
  quiet(noted);
});

test("the page passes axe and fits a phone, in both languages and themes", async () => {
  for (const [theme, language, width] of [["light", "en", 1280], ["dark", "ko", 360]]) {
    const { page } = await evidence({ theme, language, width, height: 800 });
    await noHorizontalScroll(page);
    await axe(page);
  }
});
