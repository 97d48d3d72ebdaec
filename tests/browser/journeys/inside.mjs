// Inside an instance, one request on its way, one selection, and the run in sentences.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const dialog = (page) => page.locator("dialog.part-dialog");

/** Waits until nothing moves any more. */
const still = (page) => page.waitForFunction(() =>
  document.getAnimations().every(({ playState }) => playState === "finished"));

async function lab(options) {
  const opened = await open(options);
  await opened.page.locator(".lane-drawing").nth(1).waitFor();
  return opened;
}

async function looking(options = {}) {
  const opened = await lab(options);
  await opened.page.locator(".inspector button.ask").first().click();
  await dialog(opened.page).waitFor();
  await still(opened.page);
  return opened;
}

test("a machine's processes are its own, and a container's are the host's under other numbers", async () => {
  const { page, noted } = await looking();
  const host = dialog(page).locator(".inside-world").nth(1);
  assert.ok(!(await host.innerText()).includes("the application"));
  await host.getByText("the VMM").waitFor();
  await dialog(page).getByRole("button", { name: "B", exact: true }).click();
  await host.getByText("the application").waitFor();
  const within = dialog(page).locator(".inside-world").first();
  assert.match(await within.innerText(), /1\s+the application/);
  await dialog(page).getByText("uname tells the version").waitFor();
  quiet(noted);
});

test("keyboard alone looks inside, follows a request step by step, and comes back", async () => {
  const { page, noted } = await lab();
  const look = page.locator(".inspector button.ask").first();
  await look.focus();
  await page.keyboard.press("Enter");
  await dialog(page).waitFor();
  const follow = dialog(page).getByRole("button", { name: "Follow one request" });
  await follow.focus();
  await page.keyboard.press("Enter");
  const slider = dialog(page).getByRole("slider", { name: "Step" });
  await slider.focus();
  await page.keyboard.press("Home");
  assert.equal(await dialog(page).locator("tr[aria-current]").count(), 0);
  await page.keyboard.press("ArrowRight");
  assert.equal(await dialog(page).locator("tr[aria-current=step]").count(), 1);
  await page.keyboard.press("End");
  const sums = await dialog(page).locator(".way-sum").allInnerTexts();
  for (const sum of sums) {
    const [, paid, all] = /: (.+) of (.+)$/.exec(sum);
    assert.equal(paid, all, "at the end everything is paid");
  }
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  quiet(noted);
});

test("playing a request walks to its end; with reduced motion it is there at once", async () => {
  const { page, noted } = await lab({ reducedMotion: true });
  await page.locator(".ledger button.ask").nth(1).click();
  await dialog(page).waitFor();
  await dialog(page).getByRole("button", { name: "To the beginning" }).click();
  await dialog(page).getByRole("button", { name: "Play" }).click();
  const [now, all] = (await dialog(page).locator("label:has([type=range])").innerText())
    .match(/(\d+) \/ (\d+)/)
    .slice(1);
  assert.equal(now, all);
  quiet(noted);
});

for (const [language, theme, width] of [
  ["en", "light", 1280],
  ["ko", "dark", 360],
  ["ko", "light", 1280],
  ["en", "dark", 360],
]) {
  test(`both dialogs are sound in ${language}, ${theme}, at ${width} px`, async () => {
    const { page, noted } = await looking({ language, theme, width, height: 800 });
    await axe(page, "dialog");
    await noHorizontalScroll(page);
    await dialog(page).locator(".inside-choice button").last().click();
    await dialog(page).locator(".way-drawing").nth(1).waitFor();
    await still(page);
    await axe(page, "dialog");
    await noHorizontalScroll(page);
    quiet(noted);
  });
}

test("a phase that is selected stands out in lanes and picture and is let go again", async () => {
  const { page, noted } = await lab();
  const kernel = page.locator(".lanes .legend button.pick", { hasText: "guest kernel" }).first();
  await kernel.click();
  assert.equal(await kernel.getAttribute("aria-pressed"), "true");
  assert.ok((await page.locator(".lane-drawing .stands-back").count()) > 2);
  assert.ok((await page.locator(".flags .stands-back").count()) > 0);
  await axe(page, ".lanes");
  await kernel.click();
  assert.equal(await page.locator(".stands-back").count(), 0);
  quiet(noted);
});

test("a bar says what it is beside the pointer until Escape", async () => {
  const { page, noted } = await lab();
  const drawing = page.locator(".lane-drawing").first();
  await drawing.scrollIntoViewIfNeeded();
  const { x, y } = await drawing.boundingBox();
  await page.mouse.move(x + 120, y + 8);
  const tip = page.locator(".lane-tip:not(.closed)");
  await tip.waitFor();
  assert.match(await tip.textContent(), /^Instance 1: .+ from .+ to /);
  await page.keyboard.press("Escape");
  await tip.waitFor({ state: "detached" });
  quiet(noted);
});

test("the log tells the run, leads to its moments, and is saved as text", async () => {
  const { page, noted } = await lab();
  await page.locator(".narration summary").click();
  const first = page.locator(".narration-log button", { hasText: "first to answer" }).first();
  await first.click();
  await page.locator(".narration-now").getByText("first to answer").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as text" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /\tB: all 12 answer after /);
  await axe(page, ".narration");
  quiet(noted);
});
