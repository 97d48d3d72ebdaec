// Whether what the page shows is true: the native tests' digests, links, undo, refusals, widths.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const GOLDEN = new URL("../../golden/digests.txt", import.meta.url);

const machine = (page, side) => page.getByRole("region", { name: `Machine ${side}` });
const platform = (page, side) => machine(page, side).getByRole("combobox", { name: "Platform" });
const count = (page) => page.getByRole("spinbutton", { name: "Instances" });
const clock = (page) => page.getByRole("region", { name: "Playback" }).getByRole("status");
const headline = (page) => page.locator("main p").first();
const settled = (page) => page.waitForTimeout(600);

/** Reads the digests of both runs: below an answer, or in the tables of the lanes. */
async function digests(page) {
  const answered = await page.locator(".answer-foot .digest").count();
  for (const side of answered ? [] : ["A", "B"]) {
    const lanes = page.getByRole("figure", { name: `Boot lanes ${side}` });
    if (!(await lanes.locator(".digest").count())) await lanes.getByText("As a table").click();
    await lanes.locator(".digest").waitFor();
  }
  return page.locator(".digest").allInnerTexts().then((texts) => texts.map((each) => each.trim()));
}

/** The digests of all presets, in their order, as the native tests and WebAssembly under node know
 * them. */
async function golden() {
  const lines = (await readFile(GOLDEN, "utf8")).trim().split("\n").map((line) => line.split(" "));
  return lines.map(([key, ...pair]) => [key, pair.join(" ")]);
}

test("every example runs to the digests that the native tests know, bit for bit", async () => {
  const { page, noted } = await open();
  await digests(page);
  const examples = page.getByRole("combobox", { name: "Examples" });
  const known = await golden();
  assert.equal(await examples.locator("option").count(), known.length + 1);
  for (const [key, pair] of known) {
    await examples.selectOption({ value: key });
    // Starts have their digests in folded tables, which another kind of question takes away.
    const start = page.locator("#app .transport");
    const answer = page.locator("#app .asked");
    await start.or(answer).waitFor();
    await page.waitForTimeout(20);
    if (await start.count()) await digests(page);
    await page.waitForFunction(
      (same) => [...document.querySelectorAll(".digest")].map((each) => each.innerText.trim())
        .join(" ") === same,
      pair,
    ).catch(async () => assert.equal((await digests(page)).join(" "), pair, key));
  }
  quiet(noted);
});

test("a shared link opens to the same numbers", async () => {
  const { page } = await open();
  await platform(page, "B").selectOption({ label: "gVisor" });
  await count(page).fill("20");
  await count(page).press("Enter");
  await page.waitForFunction(() => location.hash.includes("20"));
  await settled(page);
  const [hash, told, here] = [
    await page.evaluate(() => location.hash),
    await headline(page).innerText(),
    await digests(page),
  ];
  assert.ok(hash.length < 2000);
  const other = await open({ path: hash });
  await other.page.waitForFunction((same) => document.querySelector("main p").innerText === same, told);
  assert.deepEqual(await digests(other.page), here);
});

test("a damaged link and one from the future get a message and the default", async () => {
  const { page } = await open();
  await count(page).fill("20");
  await count(page).press("Enter");
  await page.waitForFunction(() => location.hash.includes("20"));
  const hash = await page.evaluate(() => location.hash);
  for (const path of [hash.replace("20", "21"), hash.slice(0, -3), "#/lab?v=99", "#%%%", "#<script>"]) {
    const broken = await open({ path });
    await machine(broken.page, "A").getByText("13 kernels", { exact: true }).waitFor();
    const status = await broken.page.getByRole("main").getByRole("status").first().innerText();
    assert.ok(status.trim().length > 20, `${path} is explained: ${status}`);
    quiet(broken.noted);
  }
});

test("undo takes a change back and leaves the clock alone", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "To the start" }).click();
  await page.getByRole("button", { name: "Step forward" }).click();
  const [time, before] = [await clock(page).innerText(), await digests(page)];
  await count(page).fill("30");
  await count(page).press("Enter");
  await page.waitForFunction((old) => document.querySelector(".digest").innerText.trim() !== old, before[0]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction((old) => document.querySelector(".digest").innerText.trim() === old, before[0]);
  assert.equal(await clock(page).innerText(), time);
  await page.getByRole("button", { name: "Redo" }).click();
  await page.waitForFunction((old) => document.querySelector(".digest").innerText.trim() !== old, before[0]);
});

test("Windows on a shared kernel is refused with the reason", async () => {
  const { page, noted } = await open();
  await page.getByRole("combobox", { name: "Application" }).selectOption({ label: "IIS on Windows" });
  await page.waitForFunction(() => /kernel/i.test(document.querySelector("main p").innerText)
    || /Windows/.test(document.querySelector("main").innerText.split("Settings")[0]));
  assert.match(await page.getByRole("main").innerText(), /Windows/);
  quiet(noted);
});

test("nothing is wider than the window, from a phone to a projector", async () => {
  for (const width of [320, 360, 768, 1280, 1440]) {
    for (const language of ["en", "ko"]) {
      const { page } = await open({ width, language });
      await settled(page);
      await noHorizontalScroll(page);
    }
  }
});
