// Whole journeys through the Lab, as a learner, a teacher and somebody who tries to break it go.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const GOLDEN = new URL("../../golden/digests.txt", import.meta.url);

const machine = (page, side) => page.getByRole("region", { name: `Machine ${side}` });
const platform = (page, side) => machine(page, side).getByRole("combobox", { name: "Platform" });
const count = (page) => page.getByRole("spinbutton", { name: "Instances" });
const clock = (page) => page.getByRole("region", { name: "Playback" }).getByRole("status");
const headline = (page) => page.locator("main p").first();
const settled = (page) => page.waitForTimeout(600);

/** Opens the tables of both lanes and reads the digests of both runs. */
async function digests(page) {
  for (const side of ["A", "B"]) {
    const lanes = page.getByRole("figure", { name: `Boot lanes ${side}` });
    if (!(await lanes.locator(".digest").count())) await lanes.getByText("As a table").click();
    await lanes.locator(".digest").waitFor();
  }
  return page.locator(".digest").allInnerTexts().then((texts) => texts.map((each) => each.trim()));
}

/** The digests of a preset as the native tests know them. */
async function golden(key) {
  const lines = (await readFile(GOLDEN, "utf8")).trim().split("\n").map((line) => line.split(" "));
  return lines.find(([name]) => name === key).slice(1);
}

test("it opens paused on a finished picture: one kernel here, thirteen there", async () => {
  const { page, noted } = await open();
  await machine(page, "A").getByText("13 kernels", { exact: true }).waitFor();
  await machine(page, "B").getByText("1 kernel", { exact: true }).waitFor();
  assert.match(await headline(page).innerText(), /containers were ready after .* VM needed/);
  await page.getByRole("button", { name: "Play the start" }).waitFor();
  quiet(noted);
});

test("the runs are those that the native tests know, bit for bit", async () => {
  const { page } = await open();
  assert.deepEqual(await digests(page), await golden("default"));
});

test("another platform runs both machines again", async () => {
  const { page, noted } = await open();
  const before = await headline(page).innerText();
  await platform(page, "A").selectOption({ label: "Firecracker" });
  await page.waitForFunction((old) => document.querySelector("main p").innerText !== old, before);
  await platform(page, "B").selectOption({ label: "Kata Containers" });
  await machine(page, "B").getByText("13 kernels", { exact: true }).waitFor();
  quiet(noted);
});

test("play, pause, scrub back and step: both machines follow one clock", async () => {
  const { page, noted } = await open();
  await page.getByRole("button", { name: "Play the start" }).click();
  await page.waitForTimeout(1500);
  await page.getByRole("button", { name: /Pause/ }).click();
  const paused = await clock(page).innerText();
  assert.ok(parseFloat(paused) > 0.1 && parseFloat(paused) < 4, paused);
  await page.waitForTimeout(400);
  assert.equal(await clock(page).innerText(), paused, "paused is paused");
  await page.getByRole("button", { name: "To the start" }).click();
  assert.equal(parseFloat(await clock(page).innerText()), 0);
  await page.getByRole("button", { name: "Step forward" }).click();
  assert.ok(parseFloat(await clock(page).innerText()) > 0);
  const scrubber = page.getByRole("slider", { name: "Simulated time" });
  await scrubber.focus();
  await page.keyboard.press("End");
  await machine(page, "A").getByText("13 kernels", { exact: true }).waitFor();
  quiet(noted);
});

test("a machine is filled until something gives, and that is named", async () => {
  const { page, noted } = await open();
  await page.getByRole("button", { name: "Fill this machine" }).click();
  await page.waitForFunction(() => /1,023/.test(document.querySelector("main").innerText));
  const told = await page.getByRole("main").innerText();
  assert.match(told, /bridge/i, "the containers run out of bridge ports");
  assert.match(told, /memory/i, "the virtual machines out of memory");
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

test("a wrong number is told with its range, and what was there stays", async () => {
  const { page, noted } = await open();
  for (const wrong of ["0", "100000"]) {
    await count(page).fill(wrong);
    await count(page).press("Enter");
    await page.waitForFunction(() => /20,000/.test(document.querySelector("main").innerText));
    await machine(page, "A").getByText("13 kernels", { exact: true }).waitFor();
  }
  quiet(noted);
});

test("Windows on a shared kernel is refused with the reason", async () => {
  const { page, noted } = await open();
  await page.getByRole("combobox", { name: "Application" }).selectOption({ label: "IIS on Windows" });
  await page.waitForFunction(() => /kernel/i.test(document.querySelector("main p").innerText)
    || /Windows/.test(document.querySelector("main").innerText.split("Settings")[0]));
  assert.match(await page.getByRole("main").innerText(), /Windows/);
  quiet(noted);
});

test("another language changes every word without a reload, and says so to the browser", async () => {
  const { page, noted } = await open();
  await page.getByRole("button", { name: "한국어" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "ko");
  assert.match(await headline(page).innerText(), /컨테이너/);
  await page.getByText("커널 13개", { exact: false }).first().waitFor();
  quiet(noted);
});

test("with reduced motion the end stands there at once", async () => {
  const { page } = await open({ reducedMotion: true });
  await page.getByRole("button", { name: "To the start" }).click();
  await page.getByRole("button", { name: /Play|Show/ }).first().click();
  await machine(page, "A").getByText("13 kernels", { exact: true }).waitFor();
});

test("ten thousand instances run without holding up a frame for long", async () => {
  const { page, noted } = await open();
  await page.getByRole("combobox", { name: "Host" }).selectOption({ label: "Large server" });
  await platform(page, "A").selectOption({ label: "Unikernel on Firecracker" });
  await platform(page, "B").selectOption({ label: "Docker, host network" });
  await page.evaluate(() => {
    window.frames_seen = 0;
    const seen = () => { window.frames_seen += 1; requestAnimationFrame(seen); };
    requestAnimationFrame(seen);
  });
  await count(page).fill("10000");
  await count(page).press("Enter");
  await page.waitForFunction(
    () => [...document.querySelectorAll("main p")].some((each) => /10,000 of 10,000/.test(each.innerText)),
    undefined,
    { timeout: 60_000 },
  );
  assert.ok(await page.evaluate(() => window.frames_seen) > 5, "frames went on");
  quiet(noted);
});

test("it is readable for all, in both languages and themes", async () => {
  for (const [language, theme] of [["en", "light"], ["ko", "dark"], ["en", "dark"], ["ko", "light"]]) {
    const { page } = await open({ language, theme });
    await settled(page);
    await axe(page);
  }
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

test("the keyboard alone reaches everything and is never held", async () => {
  const { page } = await open();
  const stops = new Set();
  for (let at = 0; at < 80; at += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const { tagName, id, className, innerText } = document.activeElement;
      return `${tagName} ${id} ${className} ${(innerText ?? "").slice(0, 30)}`;
    });
    stops.add(name);
    if (name.startsWith("BODY")) break;
  }
  assert.ok(stops.size > 20, [...stops].join("\n"));
  await page.keyboard.press("Shift+Tab");
});
