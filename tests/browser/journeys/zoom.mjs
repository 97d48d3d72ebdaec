// From the two machines into one instance, on to a request through its strata, and back.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, FIREFOX, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const TOLD = "Firefox cannot be told what a system prefers";

const dialog = (page) => page.locator("dialog.part-dialog");
const stop = (page, side) => page.locator(`.column-stop [data-side=${side}]`);
const title = (page) => dialog(page).locator("#part-title").innerText();
const step = (page, name) => dialog(page).locator(".depth").getByRole("button", { name });
/** Waits until nothing moves any more. */
const still = (page) => page.waitForFunction(() =>
  document.getAnimations().every(({ playState }) => playState === "finished"));

async function lab(options) {
  const opened = await open(options);
  await opened.page.locator(".lane-drawing").nth(1).waitFor();
  return opened;
}

async function scene(question, options) {
  const opened = await open(options);
  await opened.page.locator(`input[name=question][value=${question}]`).check({ force: true });
  await opened.page.locator(".film-drawing").nth(1).waitFor();
  await opened.page.locator(".answer-foot .digest").nth(1).waitFor();
  return opened;
}

/** Presses twice in the middle of the column of an instance, and tells where that is. */
async function into(page, side, instance) {
  const drawing = page.locator(".machine-drawing").nth(side === "A" ? 0 : 1);
  await drawing.scrollIntoViewIfNeeded();
  await stop(page, side).focus();
  await page.keyboard.press("Home");
  for (let at = 1; at < instance; at += 1) await page.keyboard.press("ArrowRight");
  await page.waitForFunction(([of, number]) => document
    .querySelector(`.column-stop [data-side=${of}]`).ariaLabel.includes(` ${number} `), [side, instance]);
  const { x, y, width, height } = await stop(page, side).boundingBox();
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.dblclick(x + width / 2, y + height / 2);
  await dialog(page).waitFor();
}

test("a double press on a column opens its instance, which comes out of it and goes back", { skip: FIREFOX && TOLD }, async () => {
  const { page, noted } = await lab();
  await page.evaluate(() => {
    window.ways = [];
    const animate = Element.prototype.animate;
    Element.prototype.animate = function tell(frames, how) {
      window.ways.push([this.className, frames, how.duration]);
      return animate.call(this, frames, how);
    };
  });
  await into(page, "B", 3);
  assert.match(await title(page), /^Inside instance 3 of /);
  await dialog(page).getByText("the application").first().waitFor();
  const [[name, [from]]] = await page.evaluate(() => window.ways);
  assert.match(name, /part-dialog/);
  assert.match(from.transform, /scale\(0\.\d+,0\.\d+\)/);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  const back = await page.evaluate(() => window.ways.at(-1));
  assert.equal(back[0], "zoom-sheet");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.side), "B");
  await page.locator(".zoom-sheet").waitFor({ state: "detached" });
  quiet(noted);
});

test("keys go from column to column, into an instance, on to a request and all the way back", async () => {
  const { page, noted } = await lab();
  await stop(page, "A").focus();
  for (const [key, instance] of [["End", 12], ["ArrowLeft", 11], ["Home", 1], ["ArrowRight", 2]]) {
    await page.keyboard.press(key);
    await page.getByRole("button", { name: `Instance ${instance} of A: look inside` }).first().waitFor();
  }
  await page.keyboard.press("Enter");
  await dialog(page).waitFor();
  assert.match(await title(page), /^Inside instance 2 of /);
  await still(page);
  await axe(page, "dialog");
  await step(page, "A request").press("Enter");
  await dialog(page).locator(".way-drawing").nth(1).waitFor();
  assert.equal(await dialog(page).locator(".depth [aria-current]").innerText(), "A request");
  await still(page);
  await axe(page, "dialog");
  await step(page, "Instance 2 of A").press("Enter");
  await dialog(page).locator(".inside-worlds").waitFor();
  await step(page, "A request").press("Enter");
  await dialog(page).locator(".way-drawing").nth(1).waitFor();
  await step(page, "Machines").press("Enter");
  await dialog(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.dataset?.side === "A");
  // What was looked into is what is selected, and the clock stood still.
  assert.equal(await page.locator(".inspector input").first().inputValue(), "2");
  quiet(noted);
});

test("an instance that is picked has a button beside the picture", async () => {
  const { page, noted } = await lab({ width: 360, height: 800, language: "ko" });
  assert.equal(await page.locator("button.look:visible").count(), 0);
  await page.locator(".machine-drawing").first().click();
  await page.locator("button.look:visible").click();
  await dialog(page).waitFor();
  await noHorizontalScroll(page);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.className), "ask look");
  quiet(noted);
});

test("with less motion the same way has no movement", { skip: FIREFOX && TOLD }, async () => {
  for (const options of [{ reducedMotion: true }, { saved: { "strata.motion": "reduced" } }]) {
    const { page, noted } = await lab(options);
    await page.evaluate(() => {
      Element.prototype.animate = () => { throw new Error("something moved"); };
    });
    await into(page, "A", 5);
    await step(page, "A request").click();
    await dialog(page).locator(".way-drawing").nth(1).waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    assert.equal(await page.locator(".zoom-sheet").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.side), "A");
    quiet(noted);
  }
});

test("a scene is looked into as well", async () => {
  for (const question of ["incident", "throughput", "mobility"]) {
    const { page, noted } = await scene(question);
    await into(page, "B", 2);
    assert.match(await title(page), /^Inside instance 2 of /, question);
    await dialog(page).locator(".inside-worlds").waitFor();
    assert.match(await dialog(page).locator(".note").last().innerText(), /once all have started/);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.dataset.side), "B");
    await page.locator("button.look:visible").click();
    await dialog(page).waitFor();
    quiet(noted);
  }
});

test("what is picked stands out in the curves, and is let go again", async () => {
  const { page, noted } = await lab();
  const memory = page.locator(".chart canvas").first();
  await memory.scrollIntoViewIfNeeded();
  // A canvas has no words of its own: what is drawn on it is listened to.
  await page.evaluate(() => {
    window.drawn = [];
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function tell(text, ...at) {
      window.drawn.push(text);
      return write.call(this, text, ...at);
    };
  });
  const named = (word) => page.waitForFunction((it) => window.drawn.includes(it), word);
  await page.locator(".inspector input").first().fill("7");
  await page.keyboard.press("Enter");
  await named("7 · ready");
  await page.evaluate(() => { window.drawn = []; });
  await page.locator("main button.pick", { hasText: "guest kernel" }).first().evaluate((one) => one.click());
  await named("guest kernel");
  assert.ok(!(await page.evaluate(() => window.drawn)).includes("7 · ready"));
  quiet(noted);
});
