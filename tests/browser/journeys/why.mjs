// Journeys of whoever asks why: from a number to its parts, its constants, and another value.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

/** Opens the Lab and waits for both machines. */
async function lab(options) {
  const opened = await open(options);
  await opened.page.locator(".machine-drawing").nth(1).waitFor();
  return opened;
}

const dialog = (page) => page.locator("dialog.part-dialog");
const headline = (page) => page.locator(".headline-words").innerText();

/** Asks the first number that is in sight, with the keyboard, and waits for all that is found. */
async function ask(page, number = page.locator("button.why").first()) {
  await number.focus();
  await page.keyboard.press("Enter");
  await dialog(page).locator(".why-table").first().waitFor();
}

/** Waits until no constant is left to try. */
async function found(page) {
  await page.waitForFunction(
    () => !/Asking again|다시 실행하는 중/.test(document.querySelector("dialog").textContent));
}

const BOOT = "Startup finished in 1.762s (firmware) + 265ms (loader) + 640ms (kernel) + 196ms " +
  "(initrd) + 1.667s (userspace) = 4.532s";
const TIME = "\nreal\t0m0.541s\nuser\t0m0.021s\nsys\t0m0.013s\n";
const HYPERFINE = JSON.stringify({ results: [{ command: "docker run --rm alpine true",
  mean: 0.55, stddev: 0.02, min: 0.52, max: 0.6, times: [0.52, 0.53, 0.6] }] });
const FREE = "$ free -m\n               total        used        free      shared  buff/cache   " +
  "available\nMem:           15842        3021        8012         211        4808       12300\n" +
  "Swap:           2047          10        2037";

test("every number of the Lab opens its reasons by keyboard, and gives the focus back", async () => {
  const { page, noted } = await lab();
  for (const fold of await page.locator("main summary").all()) {
    if (!(await fold.evaluate((it) => it.parentElement.open))) await fold.click();
  }
  const numbers = page.locator("main button.why");
  const count = await numbers.count();
  assert.ok(count > 60, `only ${count} numbers`);
  for (const name of await numbers.evaluateAll((all) => all.map((it) => it.ariaLabel))) {
    assert.match(name, /^Why .+\?$/);
  }
  for (let at = 0; at < count; at += 7) {
    const told = await numbers.nth(at).innerText();
    await numbers.nth(at).focus();
    await page.keyboard.press("Enter");
    await dialog(page).locator(".why-section").first().waitFor();
    await dialog(page).locator("h3", { hasText: "By which rule" }).waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    assert.equal(await numbers.nth(at).evaluate((it) => it === document.activeElement), true, told);
  }
  quiet(noted);
});

test("another value of a constant changes picture and link, and reset brings both back", async () => {
  const { page, noted } = await lab();
  const before = await headline(page);
  await ask(page);
  await found(page);
  const box = dialog(page).getByRole("spinbutton").first();
  const value = Number(await box.inputValue());
  await box.fill(String(value * 1.4));
  await box.press("Tab");
  await page.waitForFunction(
    (old) => document.querySelector(".headline-words").textContent !== old, before);
  await page.keyboard.press("Escape");
  const list = page.getByRole("region", { name: "1 constant changed" });
  await list.waitFor();
  await page.waitForFunction(() => location.hash.includes("constant."));
  const link = page.url();
  await list.getByRole("button", { name: "Reset all" }).click();
  await page.waitForFunction(
    (old) => document.querySelector(".headline-words").textContent === old, before);
  await page.getByRole("button", { name: "Undo" }).click();
  await list.waitFor();
  const again = await lab({ path: link.slice(link.indexOf("#")) });
  await again.page.getByRole("region", { name: "1 constant changed" }).waitFor();
  quiet(noted);
});

test("a published figure is adopted by a click", async () => {
  const { page, noted } = await lab();
  await ask(page, page.locator(".side").nth(1).locator("button.why").first());
  await page.keyboard.press("Escape");
  await ask(page, page.locator(".headline-words button.why").first());
  await found(page);
  const adopt = dialog(page).getByRole("button", { name: /^Adopt / }).first();
  await adopt.click();
  await dialog(page).locator("button[aria-pressed=true]").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "1 constant changed" }).waitFor();
  quiet(noted);
});

test("each of four formats is laid over the model, and a bad paste is told with its line", async () => {
  const { page, noted } = await lab();
  await ask(page);
  const field = dialog(page).getByRole("textbox");
  const status = dialog(page).getByRole("status").last();
  for (const [text, told] of [
    [BOOT, /systemd-analyze[\s\S]*kernel[\s\S]*0\.64 s/],
    [TIME, /time[\s\S]*whole command[\s\S]*0\.541 s/],
    [HYPERFINE, /hyperfine[\s\S]*0\.55 s ± 20 ms \(0\.52 s to 0\.6 s, 3 runs\)/],
    [FREE, /free[\s\S]*memory in use[\s\S]*2\.95 GiB/],
  ]) {
    await field.fill(text);
    const plain = async () => (await status.innerText()).replaceAll("\u00a0", " ");
    await page.waitForTimeout(100);
    assert.match(await plain(), told);
  }
  await field.fill("real\tsoon");
  await dialog(page).getByText("Line 1: found “soon”, but expected a time").waitFor();
  quiet(noted);
});

for (const language of ["en", "ko"]) {
  test(`the reasons have no accessibility faults and fit a phone in ${language}`, async () => {
    const { page, noted } = await lab({ language, width: 360, height: 800 });
    await ask(page, page.locator(".kernel-count button.why").first());
    await found(page);
    await page.locator("#why-paste").fill(BOOT);
    await axe(page);
    await noHorizontalScroll(page);
    quiet(noted);
  });
}
