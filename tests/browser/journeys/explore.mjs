// The way from page to page, sweeps and repetitions, claims, the model.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

/** Notes every task of the main thread that is longer than 50 ms. */
async function watchTasks(page) {
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.longTasks.push(Math.round(entry.duration));
    }).observe({ type: "longtask" });
  });
}

test("the pages have addresses, and Back leads to the scenario that was left", async () => {
  const { page, noted } = await open();
  await page.locator(".machine-drawing").nth(1).waitFor();
  const count = page.getByRole("spinbutton", { name: "Instances" });
  await count.fill("20");
  await count.press("Enter");
  await page.getByRole("link", { name: "Explore", exact: true }).click();
  await page.getByRole("heading", { name: "Explore" }).waitFor();
  assert.equal(await page.evaluate(() => location.hash), "#/explore");
  await page.goBack();
  await page.locator(".machine-drawing").nth(1).waitFor();
  assert.equal(await count.inputValue(), "20");
  for (const name of ["Claims", "Evidence", "The model", "Explore", "Lab"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.locator('a[aria-current="page"]', { hasText: name }).waitFor();
  }
  assert.equal(await count.inputValue(), "20");
  const direct = await open({ path: "#/claims" });
  await direct.page.getByRole("heading", { name: "Claims" }).waitFor();
  quiet(noted);
  quiet(direct.noted);
});

test("a sweep draws both machines and names where they cross", async (journey) => {
  const { page, noted } = await open({ path: "#/explore" });
  await watchTasks(page);
  await page.locator("#sweep-to").fill("400");
  await page.getByRole("button", { name: "Run the sweep" }).click();
  await page.locator(".turns li").first().waitFor();
  await page.locator(".study canvas").waitFor();
  assert.ok((await page.locator(".study .summary").innerText()).length > 20);
  const tasks = await page.evaluate(() => window.longTasks);
  // Told and not asserted: how long a task takes says as much about the machine as about the page.
  journey.diagnostic(`tasks over 50 ms while it ran: ${tasks.join(", ") || "none"}`);
  quiet(noted);
});

test("a choice is swept as rows, and cancel ends a long sweep", async () => {
  const { page, noted } = await open({ path: "#/explore" });
  await page.locator("#sweep-setting").selectOption({ label: "Application" });
  await page.getByRole("button", { name: "Run the sweep" }).click();
  await page.locator(".study .pair tbody tr").nth(3).waitFor();
  await page.locator("#sweep-setting").selectOption({ label: "Instances" });
  await page.locator("#sweep-to").fill("20000");
  await page.locator("#sweep-steps").fill("60");
  await page.getByRole("button", { name: "Run the sweep" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.waitForFunction(() => document.querySelector(".starter progress")?.hidden);
  quiet(noted);
});

test("a second setting gives a curve for each of its values, to one scale", async () => {
  const { page, noted } = await open({ path: "#/explore" });
  await page.locator("#sweep-to").fill("100");
  await page.locator("#sweep-steps").fill("4");
  assert.equal(await page.locator("#by-from").isVisible(), false);
  await page.getByRole("combobox", { name: "For each value of" }).selectOption({ label: "Cores" });
  await page.locator("#by-from").fill("4");
  await page.locator("#by-to").fill("64");
  await page.locator("#by-steps").fill("3");
  await page.getByRole("button", { name: "Run the sweep" }).click();
  await page.locator(".study canvas").nth(2).waitFor();
  const titles = await page.locator(".study figure.curve").evaluateAll((figures) =>
    figures.map((figure) => figure.getAttribute("aria-label")));
  assert.equal(titles.length, 3);
  assert.match(titles[0], /Cores: 4\scores$/);
  assert.match(titles[2], /Cores: 64\scores$/);
  await page.locator("#by-setting").selectOption({ index: 0 });
  assert.equal(await page.locator("#by-from").isVisible(), false);
  await page.getByRole("button", { name: "Run the sweep" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".study figure.curve").length === 1);
  quiet(noted);
});

/** Sweeps memory in use over instances and cores, and shows it as a map. */
async function mapped(page) {
  await page.locator("#sweep-to").fill("100");
  await page.locator("#sweep-steps").fill("5");
  await page.locator("#sweep-steps").press("Enter");
  await page.locator("#by-setting").selectOption({ index: 7 });
  await page.locator("#by-from").fill("4");
  await page.locator("#by-to").fill("64");
  await page.locator("#by-steps").fill("3");
  await page.locator("#by-steps").press("Enter");
  await page.getByRole("button", { name: /Run the sweep|범위 실행/ }).click();
  await page.getByRole("button", { name: /^(Map|지도)$/ }).click();
  await page.waitForFunction(() => document.querySelectorAll(".map-cell").length === 15
    && document.querySelectorAll(".map-open").length === 0, undefined, { timeout: 60_000 });
}

test("a map is walked with the arrow keys, tells each cell, and Enter opens it in the Lab", async () => {
  const { page, noted } = await open({ path: "#/explore" });
  await mapped(page);
  assert.match(await page.locator(".map .turns").innerText(), /ahead/);
  const told = page.locator("#map-told");
  const first = await told.innerText();
  assert.match(first, /^Instances 1 · Cores 4.cores: A .+, B .+ is ahead, .+ times\.$/);
  await page.locator(".map-frame").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  assert.match(await told.innerText(), /^Instances 3 · Cores 16.cores: A /);
  await page.keyboard.press("End");
  assert.match(await told.innerText(), /^Instances 100 · Cores 16.cores: A /);
  await page.locator(".map .fold summary").click();
  await page.locator(".map-table tbody td").nth(14).waitFor();
  await page.getByRole("button", { name: "A", exact: true }).click();
  await page.locator(".map-v-5").first().waitFor();
  await page.locator(".map-frame").focus();
  await page.keyboard.press("Enter");
  await page.locator(".machine-drawing").nth(1).waitFor();
  const count = page.getByRole("spinbutton", { name: "Instances" });
  assert.equal(await count.inputValue(), "100");
  await page.goBack();
  // The map is still there, at the same cell, and one undo brings the scenario before back.
  await page.locator(".map-cell").nth(14).waitFor();
  assert.match(await told.innerText(), /^Instances 100 · Cores 16.cores: A /);
  await page.getByRole("link", { name: "Lab", exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input[type="number"]')].some((field) => field.value === "12"));
  quiet(noted);
});

test("every host says whether the instances fit, and a refused one names its reason", async () => {
  const { page, noted } = await open({ path: "#/explore" });
  await page.locator("#place-wanted").fill("60");
  await page.locator("#place-wanted").press("Enter");
  await page.getByRole("button", { name: "Ask every host" }).click();
  await page.locator(".placement .turns li").nth(1).waitFor();
  assert.match(await page.locator(".placement .turns").innerText(), /A goes to .+ tightest resource/);
  const chosen = page.locator(".places tr.chosen");
  const spread = await chosen.locator("th").innerText();
  assert.match(await chosen.innerText(), /fits/);
  const refused = page.locator(".places tr", { hasText: "Classroom laptop" });
  assert.match(await refused.innerText(), /refused[^]*Only \d+ of 60 run\. Memory: /);
  assert.match(await refused.locator(".short").innerText(), /missing/);
  assert.match(await page.locator(".places tr", { hasText: "Windows laptop" }).innerText(),
    /does not exist for the host’s operating system/);
  await page.locator("#place-rule").selectOption({ index: 1 });
  await page.waitForFunction((spread) =>
    document.querySelector(".places tr.chosen th")?.innerText !== spread, spread);
  await page.getByRole("button", { name: /^B Docker/ }).click();
  await page.locator(".places tr.chosen").waitFor();
  quiet(noted);
});

test("map and hosts pass axe and fit a phone, in both languages and themes", async () => {
  for (const [theme, language, width] of [["light", "en", 1280], ["dark", "ko", 360]]) {
    const { page, noted } = await open({ path: "#/explore", theme, language, width, height: 800 });
    await mapped(page);
    await page.locator(".placement .starter .primary").click();
    await page.locator(".places tbody tr").nth(20).waitFor();
    await page.locator(".map .fold summary").click();
    await page.waitForTimeout(400);
    await noHorizontalScroll(page);
    await axe(page);
    quiet(noted);
  }
});

test("repetitions give means with intervals and say whether they are enough", async () => {
  const { page, noted } = await open({ path: "#/explore" });
  await page.getByRole("button", { name: "Repeat" }).click();
  await page.locator(".repeat tbody tr").nth(3).waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll(".starter progress")].at(-1).hidden);
  assert.match(await page.locator(".repeat").innerText(), /±/);
  assert.match(await page.locator(".repeat").innerText(), /yes|about/);
  quiet(noted);
});

test("every claim is tested here, holds, and opens in the Lab", async () => {
  const { page, noted } = await open({ path: "#/claims" });
  await page.waitForFunction(() => document.querySelector(".starter progress")?.hidden
    && document.querySelector(".fact.holds"), undefined, { timeout: 120_000 });
  assert.equal(await page.locator(".claim-row").count(), 22);
  const failed = await page.locator(".fact.fails").allInnerTexts();
  assert.deepEqual(failed, []);
  await page.locator(".open-preset").first().click();
  await page.locator(".machine-drawing").nth(1).waitFor();
  assert.match(await page.evaluate(() => location.hash), /^#\/lab\?/);
  await page.goBack();
  await page.getByRole("heading", { name: "Claims" }).waitFor();
  quiet(noted);
});

test("the model is there in both languages, and says so when it does not arrive", async () => {
  for (const [language, word] of [["en", "What a result is"], ["ko", "모델"]]) {
    const { page, noted } = await open({ path: "#/model", language });
    await page.locator(".prose h3").nth(3).waitFor();
    assert.match(await page.locator(".prose").innerText(), new RegExp(word));
    quiet(noted);
  }
  const lost = await open({ path: "#/model", block: ["model.en.html"] });
  await lost.page.getByRole("button", { name: "Try again" }).waitFor();
});

test("every page passes axe and fits a phone, in both languages and themes", async () => {
  for (const [theme, language, width] of [["light", "en", 1280], ["dark", "ko", 360]]) {
    for (const path of ["#/explore", "#/claims", "#/model"]) {
      const { page, noted } = await open({ path, theme, language, width, height: 800 });
      if (path === "#/explore") {
        await page.locator(".starter .primary").nth(1).waitFor();
        for (const start of await page.locator(".starter .primary").all()) await start.click();
        await page.locator(".repeat").waitFor();
        await page.locator(".study canvas").waitFor();
      }
      if (path === "#/model") await page.locator(".prose table").first().waitFor();
      await page.waitForTimeout(400);
      await noHorizontalScroll(page);
      await axe(page);
      quiet(noted);
    }
  }
});
