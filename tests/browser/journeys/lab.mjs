// Journeys through the Lab: what people do there, by role and name.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, FIREFOX, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const TOLD = "Firefox cannot be told what a system prefers";

/** Opens the Lab and waits for both machines. */
async function lab(options) {
  const opened = await open(options);
  await opened.page.locator(".machine-drawing").nth(1).waitFor();
  return opened;
}

const headline = (page) => page.locator(".headline-words").innerText();
const seconds = async (page) => parseFloat(await page.locator(".clock").innerText());
const kernels = (page) => page.locator(".kernel-count strong").allInnerTexts();
const instances = (page) => page.getByRole("spinbutton", { name: "Instances" });

/** Types a number of instances and waits until the headline is another one. */
async function ask(page, number) {
  const before = await headline(page);
  await instances(page).fill(String(number));
  await instances(page).press("Enter");
  await page.waitForFunction(
    (old) => document.querySelector(".headline-words").textContent !== old, before);
}

test("it opens paused on a finished picture that says how many kernels there are", async () => {
  const { page, noted } = await lab();
  assert.deepEqual(await kernels(page), ["13 kernels", "1 kernel"]);
  assert.match(await headline(page), /containers were ready after .* VM/);
  await page.getByRole("button", { name: "Play the start" }).waitFor();
  quiet(noted);
});

test("the start plays, pauses, steps and scrubs, with one clock for both machines", async () => {
  const { page, noted } = await lab();
  const end = await seconds(page);
  await page.getByRole("button", { name: "Play the start" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  const paused = await seconds(page);
  assert.ok(paused > 0 && paused < end, `${paused} of ${end}`);
  await page.getByRole("button", { name: "To the start" }).click();
  assert.deepEqual(await kernels(page), ["1 kernel", "1 kernel"]);
  await page.getByRole("button", { name: "Step forward" }).click();
  await page.getByRole("button", { name: "Step forward" }).click();
  assert.ok(await seconds(page) > 0);
  const scrubber = page.getByRole("slider", { name: "Simulated time" });
  await scrubber.press("End");
  assert.deepEqual(await kernels(page), ["13 kernels", "1 kernel"]);
  assert.match(await scrubber.getAttribute("aria-valuetext"), /\ss of\s/);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  quiet(noted);
});

test("with reduced motion, playing shows the end at once", { skip: FIREFOX && TOLD }, async () => {
  const { page } = await lab({ reducedMotion: true });
  const end = await page.locator(".clock").innerText();
  await page.getByRole("button", { name: "To the start" }).click();
  await page.locator(".transport .primary").click();
  assert.equal(await page.locator(".clock").innerText(), end);
});

test("another platform, and undo and redo that leave the clock alone", async () => {
  const { page, noted } = await lab();
  await page.getByRole("button", { name: "To the start" }).click();
  const clock = await seconds(page);
  const before = await headline(page);
  await page.getByRole("combobox", { name: "Platform" }).nth(0).selectOption("firecracker");
  await page.waitForFunction(
    (old) => document.querySelector(".headline-words").textContent !== old, before);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(
    (old) => document.querySelector(".headline-words").textContent === old, before);
  await page.getByRole("button", { name: "Redo" }).click();
  await page.waitForFunction(
    (old) => document.querySelector(".headline-words").textContent !== old, before);
  assert.equal(await seconds(page), clock);
  quiet(noted);
});

test("filling both machines names what gave, with the arithmetic", async () => {
  const { page, noted } = await lab();
  await page.getByRole("radio", { name: "Fill the machine" }).check({ force: true });
  await page.locator(".limit:visible").nth(1).waitFor();
  const told = await page.locator(".limit:visible").allInnerTexts();
  for (const limit of told) assert.match(limit, /Full at .*÷/s);
  quiet(noted);
});

test("a shared link opens with the same numbers", async () => {
  const { page } = await lab();
  await ask(page, 40);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Link copied").waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  const other = await lab({ path: address.slice(address.indexOf("#")) });
  assert.equal(await headline(other.page), await headline(page));
  assert.deepEqual(await kernels(other.page), ["41 kernels", "1 kernel"]);
});

test("a link copied again is told as long as one copied once", async () => {
  const { page, noted } = await lab();
  for (const _ of [1, 2]) {
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied").waitFor();
    // The message stays for four seconds: the first has ended after both pauses, the second not.
    await page.waitForTimeout(2500);
  }
  assert.equal(await page.getByText("Link copied").isVisible(), true);
  await page.getByText("Link copied").waitFor({ state: "hidden" });
  quiet(noted);
});

test("what is out of range is told with a cure, and the page stays", async () => {
  const { page, noted } = await lab();
  await instances(page).fill("0");
  await instances(page).press("Enter");
  await page.getByRole("alert").getByRole("button").click();
  await page.waitForFunction(() => document.querySelector(".kernel-count strong")
    .textContent.startsWith("2 "));
  const damaged = await lab({ path: "#/lab?v=1&n=40&c=00000000" });
  await damaged.page.locator(".notice").waitFor();
  assert.deepEqual(await kernels(damaged.page), ["13 kernels", "1 kernel"]);
  quiet(noted);
});

test("ten thousand instances do not stop the page", async () => {
  const { page, noted } = await lab();
  await ask(page, 10_000);
  const shown = page.locator(".kernel-count strong").nth(1);
  await page.waitForFunction(() => document.querySelector(".headline-words")
    .textContent.includes("10,000"));
  assert.equal(await shown.innerText(), "1 kernel");
  await page.locator(".transport .primary").click();
  await page.getByRole("button", { name: "Pause" }).click();
  quiet(noted);
});

test("the language changes everywhere, and is kept", async () => {
  const { page } = await lab();
  await page.getByRole("button", { name: "한국어" }).click();
  assert.match(await headline(page), /컨테이너/);
  assert.equal(await page.locator("html").getAttribute("lang"), "ko");
  await page.reload();
  await page.getByRole("button", { name: "시작 과정 재생" }).waitFor();
});

test("no serious finding of axe, nothing clipped, in every theme and width", async () => {
  const places = [["light", "en", 1440], ["dark", "ko", 1280], ["projector", "en", 1280],
    ["light", "ko", 360], ["dark", "en", 768]];
  for (const [theme, language, width] of places) {
    const saved = { "strata.theme": theme, "strata.language": language };
    const { page } = await lab({ saved, width, height: 900 });
    await noHorizontalScroll(page);
    await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
    await page.locator("table").nth(4).waitFor();
    await noHorizontalScroll(page);
    // The bar at the foot of the window covers whatever lies behind it.
    await page.locator(".transport").evaluate((bar) => { bar.classList.remove("transport"); });
    await axe(page);
  }
});

test("every stop of the Tab key can be left again, and shows where it is", async () => {
  const { page } = await lab();
  const seen = new Set();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      const outline = getComputedStyle(at).outlineStyle;
      return at === document.body ? "" : `${at.tagName} ${at.id} ${at.textContent} ${outline}`;
    });
    if (stop === "") break;
    assert.doesNotMatch(stop, / none$/, `no focus to be seen on ${stop}`);
    seen.add(stop);
  }
  assert.ok(seen.size > 15, `${seen.size} stops`);
  // And the way back leads through as many.
  const back = new Set();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Shift+Tab");
    back.add(await page.evaluate(() => {
      const at = document.activeElement;
      return `${at.tagName} ${at.id} ${at.textContent}`;
    }));
  }
  assert.ok(back.size > 15, `${back.size} stops on the way back`);
});
