// Journeys through time and more than two machines: pin, vary, fork from the past, come back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

/** Opens the Lab and waits for both machines. */
async function lab(options) {
  const opened = await open(options);
  await opened.page.locator(".machine-drawing").nth(1).waitFor();
  return opened;
}

const differences = (page) => page.locator(".differences li").allInnerTexts();
const tool = (page, name) => page.getByRole("button", { name, exact: true });
const machines = (page, number) =>
  page.waitForFunction((of) => document.querySelectorAll(".machine-drawing").length === of, number);

/** Waits until the words on the differences match. */
async function told(page, pattern) {
  await page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector(".differences").textContent),
    pattern.source);
}

/** The digests of all machines, from the tables of their lanes. */
async function digests(page) {
  const tables = page.locator(".lanes .fold > summary");
  for (const table of await tables.all()) {
    if (await table.locator("..").getAttribute("open") === null) await table.click();
  }
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".lanes")].every((of) => /\b[0-9a-f]{16}\b/.test(of.innerText)));
  const text = await page.locator(".lanes").allInnerTexts();
  return text.map((of) => of.match(/\b[0-9a-f]{16}\b/)?.[0]);
}

async function scrub(page, step) {
  await page.locator(".scrubber input").evaluate((field, to) => {
    field.value = String(to);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, step);
}

test("pinned as A, a machine stays as it is while B gets another memory", async () => {
  const { page, noted } = await lab();
  await tool(page, "Pin as A (B)").focus();
  await page.keyboard.press("Enter");
  await told(page, /A and B are set alike/);
  await page.getByText("More settings").click();
  const memory = page.getByRole("spinbutton", { name: "Memory", exact: true });
  await memory.fill("4");
  await memory.press("Enter");
  await told(page, /A and B differ in: memory/);
  assert.match(await page.locator(".drawings").innerText(), /64\sGiB[^]*4\sGiB/);
  await axe(page);
  await noHorizontalScroll(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await told(page, /A and B are set alike/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => document.querySelector(".differences").hidden);
  quiet(noted);
});

test("a fork at half time begins eight more, and everything comes back with the page", async () => {
  const { page, noted } = await lab();
  await scrub(page, 500);
  const form = page.getByRole("form", { name: "Fork here" });
  await form.getByRole("combobox", { name: "Machine" }).selectOption("B");
  await form.getByRole("button", { name: /^Fork at/ }).click();
  await machines(page, 3);
  await told(page, /C is B until .* when 8 more instances are begun/);
  const [words] = await differences(page);
  assert.match(words, /first event that differs: at .*, instance 13 is begun, in C alone/);
  const before = await digests(page);
  assert.equal(new Set(before).size, 3, `${before}`);
  await page.waitForFunction(() => location.hash.includes("c.fork=start.8"));
  const link = page.url();
  await page.reload();
  await machines(page, 3);
  assert.deepEqual(await digests(page), before, "reloaded");
  const other = await open({ path: new URL(link).hash });
  await machines(other.page, 3);
  assert.deepEqual(await digests(other.page), before, "opened elsewhere");
  quiet(noted);
});

test("a fork is undone and done again", async () => {
  const { page, noted } = await lab();
  await scrub(page, 300);
  await page.getByRole("button", { name: /^Fork at/ }).click();
  await machines(page, 3);
  await page.getByRole("button", { name: "Undo" }).click();
  await machines(page, 2);
  await page.getByRole("button", { name: "Redo" }).click();
  await machines(page, 3);
  await tool(page, "Remove (C)").click();
  await machines(page, 2);
  const focus = await page.evaluate(() => document.activeElement.closest(".side-tools") !== null);
  assert.ok(focus, "the focus is not lost with the machine");
  quiet(noted);
});

for (const [width, height, columns] of [[1440, 900, 4], [1280, 720, 4], [768, 1024, 2], [360, 800, 1]]) {
  test(`four machines stand in ${columns} columns at ${width} px`, async () => {
    const { page, noted } = await lab({ width, height, language: width === 1280 ? "ko" : "en" });
    const keep = width === 1280 ? "사본 두기 (A)" : "Keep a copy (A)";
    await tool(page, keep).click();
    await machines(page, 3);
    await tool(page, keep).click();
    await machines(page, 4);
    const lefts = await page.locator(".drawings > .machine-column").evaluateAll(
      (all) => all.map((of) => Math.round(of.getBoundingClientRect().left)));
    assert.equal(new Set(lefts).size, columns, `${lefts}`);
    await noHorizontalScroll(page);
    await axe(page);
    assert.equal((await page.locator(".lanes").count()), 4);
    quiet(noted);
  });
}

test("a presenter's remote steps the clock", async () => {
  const { page, noted } = await lab();
  await page.getByRole("button", { name: "To the start" }).click();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  const clock = () => page.locator(".clock").innerText();
  const later = await clock();
  assert.ok(parseFloat(later) > 0, later);
  await page.keyboard.press("PageUp");
  await page.keyboard.press("PageUp");
  assert.equal(parseFloat(await clock()), 0);
  await page.keyboard.press(".");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  quiet(noted);
});

test("a fork of every kind runs to the digest that the native tests know", async () => {
  const golden = new URL("../../golden/forks-v2.txt", import.meta.url);
  const lines = (await readFile(golden, "utf8")).trim().split("\n").map((line) => line.split(" "));
  assert.equal(lines.length, 7);
  for (const [link, digest] of lines) {
    const { page, noted } = await open({ path: link });
    await machines(page, 3);
    assert.equal((await digests(page))[2], digest, link);
    quiet(noted);
    await page.close();
  }
});
