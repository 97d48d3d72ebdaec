// The Lab before a room: what is read from the last row, what waits, the remote, and the notes.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

async function present(options = {}) {
  const opened = await open({ path: "?present#/lab", ...options });
  await opened.page.locator(".machine-drawing").nth(1).waitFor();
  return opened;
}

const words = (page) => page.locator(".present h1").innerText();
const seen = (page) => page.locator(".present").innerText();

// D-31
test("the smallest letter is a thirtieth of the window's height, on white and on black", async () => {
  for (const [width, height, language] of [[1280, 720, "en"], [1920, 1080, "en"], [1280, 720, "ko"]]) {
    const { page, noted } = await present({ width, height, language });
    for (const key of ["r", "w"]) {
      await page.keyboard.press(key);
      const small = await page.evaluate(() => {
        const least = innerHeight / 30;
        const walker = document.createTreeWalker(document.querySelector(".present"), 4);
        const found = [];
        while (walker.nextNode()) {
          const of = walker.currentNode.parentElement;
          const size = parseFloat(getComputedStyle(of).fontSize);
          const shown = of.checkVisibility() && !of.closest(".visually-hidden");
          if (shown && walker.currentNode.data.trim() && size < least) {
            found.push(`${walker.currentNode.data} ${size} px of ${least}`);
          }
        }
        return found;
      });
      assert.deepEqual(small, []);
      await noHorizontalScroll(page);
      await axe(page);
    }
    const drawn = await page.locator(".machine-drawing").first().boundingBox();
    assert.ok(drawn.y + drawn.height * 0.6 < height, "the drawing is below the window");
    quiet(noted);
  }
});

test("numbers wait until they are shown, for everybody", async () => {
  const { page, noted } = await present();
  const figure = /\d+(\.\d+)?\s*(s|ms|MiB|GiB|kernels?|ready|times|of)\b/;
  assert.equal(await words(page), "How soon are so many instances ready, and what do they need?");
  assert.doesNotMatch(await seen(page), figure);
  const heard = () => page.locator(".present").ariaSnapshot();
  assert.doesNotMatch(await heard(), figure);
  await page.getByRole("button", { name: "Show the numbers" }).click();
  assert.match(await words(page), /containers were ready after/);
  assert.match(await heard(), /kernel/);
  await page.getByRole("button", { name: "Hide the numbers" }).click();
  assert.doesNotMatch(await heard(), figure);
  quiet(noted);
});

test("a remote leads through a question: play, the end, the numbers, and back", async () => {
  const { page, noted } = await present();
  const pause = page.getByRole("button", { name: "Pause" });
  await page.keyboard.press("PageDown");
  await pause.waitFor();
  await page.keyboard.press("PageDown");
  await pause.waitFor({ state: "detached" });
  await page.keyboard.press("PageDown");
  await page.waitForFunction(() => /ready after/.test(document.querySelector("h1").textContent));
  assert.match(await seen(page), /13 kernels/);
  await page.keyboard.press("PageUp");
  assert.doesNotMatch(await seen(page), /13 kernels/);
  await page.keyboard.press(".");
  await page.locator(".present-blank").waitFor();
  assert.equal(await page.locator(".present h1").isVisible(), false);
  await page.keyboard.press("b");
  assert.equal(await page.locator(".present h1").isVisible(), true);
  await page.keyboard.press("w");
  await page.locator(".present.black").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".head").waitFor();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "auto");
  await page.getByRole("button", { name: "Present" }).click();
  await page.locator(".present").waitFor();
  quiet(noted);
});

test("every other question can be shown too, and single keys can be switched off", async () => {
  const { page, noted } = await open({ path: "?keys=off#/lab" });
  await page.getByRole("radio", { name: /Fill|full/i }).first().waitFor({ state: "attached" });
  await page.locator(".questions input").nth(3).check();
  await page.locator(".answer").waitFor();
  await page.getByRole("button", { name: "Present" }).click();
  const question = await words(page);
  assert.match(question, /\?$/);
  await page.keyboard.press("r");
  assert.equal(await words(page), question);
  await page.keyboard.press("PageDown");
  await page.waitForFunction((old) => document.querySelector("h1").textContent !== old, question);
  quiet(noted);
});

test("the notes in a second window know the answer, and hand on the remote", async () => {
  const { page, context, noted } = await present();
  const [notes] = await Promise.all([
    context.waitForEvent("page"), page.getByRole("link", { name: "Notes" }).click(),
  ]);
  await notes.getByRole("heading", { name: "Speaker's notes" }).waitFor();
  const list = notes.locator("dl");
  assert.match(await list.innerText(), /the numbers are hidden/);
  assert.match(await list.innerText(), /ready after/);
  await axe(notes);
  for (let step = 0; step < 3; step += 1) {
    await notes.keyboard.press("PageDown");
    await page.waitForTimeout(200);
  }
  await notes.getByText("the numbers are shown").waitFor();
  assert.match(await seen(page), /13 kernels/);
  await page.bringToFront();
  await page.keyboard.press("Escape");
  await notes.locator("#waiting").waitFor();
  assert.deepEqual(await context.cookies(), []);
  quiet(noted);
});
