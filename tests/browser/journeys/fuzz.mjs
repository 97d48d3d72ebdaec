// Somebody who presses anything: random keys and presses for a minute, with nothing broken after.
// STRATA_FUZZ=seconds makes it longer and STRATA_SEED=number another way through the page.

import assert from "node:assert/strict";
import test from "node:test";
import { closeAll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const SECONDS = Number(process.env.STRATA_FUZZ ?? 60);
const SEED = Number(process.env.STRATA_SEED ?? 20261123);
const LATEST = 12;
const KEYS = ["Tab", "Shift+Tab", "Enter", "Space", "Escape", "ArrowLeft", "ArrowRight", "ArrowUp",
  "ArrowDown", "Home", "End", "PageUp", "PageDown", "Delete", "Backspace", "?", "k", "r", "f", "0",
  "9", "a", "-", ".", "e", "Control+z", "Control+y"];

/** A small generator with a state of 32 bits, mulberry32: numbers from 0 to 1. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What can be pressed on the page now, and where; links to elsewhere are left alone. */
const pressable = () => [...document.querySelectorAll("button, a[href^='#'], input, select, summary")]
  .map((element, at) => {
    element.dataset.at = at;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { at, kind: element.tagName, type: element.type, x, y, width, height };
  })
  .filter(({ x, y, width, height }) => width > 0 && height > 0 && y > 0 && y < innerHeight && x >= 0);

test(`${SECONDS} s of anything leave the page whole`, { timeout: (SECONDS + 60) * 1000 }, async (journey) => {
  const { page, noted } = await open();
  await page.locator(".machine-drawing").nth(1).waitFor();
  page.on("dialog", (dialog) => dialog.dismiss());
  const [draw, done] = [random(SEED), []];
  const pick = (list) => list[Math.floor(draw() * list.length)];
  const act = async () => {
    const way = draw();
    if (way < 0.35) {
      const key = pick(KEYS);
      done.push(key);
      return page.keyboard.press(key);
    }
    if (way < 0.45) {
      const [x, y] = [draw() * 1280, draw() * 720];
      done.push(`press ${x.toFixed(0)} ${y.toFixed(0)}`);
      const bare = await page.evaluate(([left, top]) =>
        !document.elementFromPoint(left, top)?.closest("a[href^=http], a[target]"), [x, y]);
      return bare ? page.mouse.click(x, y) : undefined;
    }
    if (way < 0.5) return page.mouse.wheel(0, (draw() - 0.5) * 3000);
    const found = pick(await page.evaluate(pressable));
    if (!found) return page.keyboard.press("Escape");
    done.push(`${found.kind} ${found.type} ${found.at}`);
    const element = page.locator(`[data-at="${found.at}"]`).first();
    const hurry = { timeout: 500 };
    if (found.kind === "SELECT") {
      const index = Math.floor(draw() * await element.locator("option").count());
      return element.selectOption({ index }, hurry);
    }
    if (found.type === "number") return element.fill(pick(["0", "1", "7", "200", "-3", "1e9", "0.5", ""]), hurry);
    return page.mouse.click(found.x + found.width / 2, found.y + found.height / 2);
  };
  const end = Date.now() + SECONDS * 1000;
  let acts = 0;
  while (Date.now() < end) {
    // What was found may be gone or covered by the time it is pressed.
    await act().catch((error) => { if (page.isClosed()) throw error; });
    acts += 1;
    if (acts % 20 === 0 || noted.pageErrors.length + noted.consoleErrors.length > 0) {
      const latest = done.slice(-LATEST).join(", ");
      assert.equal(await page.locator("#stopped").count(), 0, `it stopped after ${latest}`);
      assert.deepEqual([...noted.pageErrors, ...noted.consoleErrors], [], `after ${latest}`);
    }
  }
  journey.diagnostic(`${acts} acts from the seed ${SEED}`);
  quiet(noted);
  // What was left behind opens again.
  await page.reload();
  await page.waitForSelector("#loading", { state: "detached" });
  assert.equal(await page.locator("#fallback").isVisible(), false);
  assert.equal(await page.locator("#stopped").count(), 0);
});
