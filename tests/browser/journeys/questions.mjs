// The nine questions: choosing one, reading its answer, settings, refusals, keyboard, links.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

/** The questions that are no starts, with a word of their setting or answer that must be there. */
const QUESTIONS = ["throughput", "pressure", "elasticity", "mobility", "maintenance", "incident",
  "compatibility"];

const radio = (page, id) => page.locator(`input[name=question][value=${id}]`);
const headline = (page) => page.locator(".headline-words").innerText();

/** Chooses a question and waits for both answers. */
async function ask(page, id) {
  await radio(page, id).check({ force: true });
  await page.locator(".answer-foot .digest").nth(1).waitFor();
}

test("each question has settings, an answer in words and figures, and a digest", async () => {
  const { page, noted } = await open();
  for (const id of QUESTIONS) {
    await ask(page, id);
    const settings = page.locator(".question-settings .field:visible, .side-controls .field");
    assert.ok((await settings.count()) > 2, `${id} has settings`);
    assert.ok((await headline(page)).length > 20, `${id} has a headline`);
    const rows = await page.locator(".pair tbody tr:visible").count();
    const tables = await page.locator(".detail tbody tr:visible").count();
    assert.ok(rows + tables > 2, `${id} has ${rows} figures and ${tables} rows`);
    assert.match(await page.locator(".digest").first().innerText(), /^[0-9a-f]{16}$/);
    assert.doesNotMatch(await page.locator("#app main").innerText(), /NaN|undefined|∞/);
    assert.doesNotMatch(await page.locator(".answer").innerText(), /NaN|undefined|∞/);
  }
  quiet(noted);
});

test("the same address gives the same answer", async () => {
  const { page } = await open();
  await ask(page, "mobility");
  await page.waitForFunction(() => location.hash.includes("mode=mobility"));
  const digests = await page.locator(".digest").allInnerTexts();
  const hash = await page.evaluate(() => location.hash);
  const other = await open({ path: hash });
  await other.page.locator(".answer-foot .digest").nth(1).waitFor();
  assert.deepEqual(await other.page.locator(".digest").allInnerTexts(), digests);
});

test("arrow keys choose a question, and undo takes the choice back", async () => {
  const { page, noted } = await open();
  await page.locator(".machine-drawing").nth(1).waitFor();
  await radio(page, "compare").focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
  await page.locator(".answer-foot .digest").nth(1).waitFor();
  assert.ok(await radio(page, "mobility").isChecked());
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator("input[name=question][value=mobility]:not(:checked)")
    .waitFor({ state: "attached" });
  quiet(noted);
});

test("what cannot run is refused in words, with one thing to try", async () => {
  const { page, noted } = await open();
  await page.getByRole("combobox", { name: "Application" })
    .selectOption({ label: "IIS on Windows" });
  await ask(page, "mobility");
  assert.match(await headline(page), /can(not)? run this/);
  assert.match(await page.locator(".headline-why").innerText(), /Windows.*(Run it|Choose)/s);
  quiet(noted);
});

test("a setting changes the answer, and the old one stays until the new one is there", async () => {
  const { page, noted } = await open();
  await ask(page, "mobility");
  const before = await headline(page);
  const count = page.getByRole("spinbutton", { name: "Instances" });
  await count.fill("40");
  await count.press("Enter");
  await page.waitForFunction(
    (old) => document.querySelector(".headline-words").textContent !== old, before);
  assert.ok((await headline(page)).length > 20);
  quiet(noted);
});

test("all figures of starts stand in one table", async () => {
  const { page } = await open();
  await page.locator(".all-figures > summary").click();
  await page.locator(".all-figures .pair tbody tr").nth(12).waitFor();
  await axe(page, ".all-figures");
});

test("every answer passes axe and fits a phone, in both languages and themes", async () => {
  const places = [["light", "en", 1280], ["dark", "ko", 360]];
  for (const [theme, language, width] of places) {
    const { page, noted } = await open({ theme, language, width, height: 800 });
    for (const id of QUESTIONS) {
      await ask(page, id);
      await noHorizontalScroll(page);
      await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      await page.waitForTimeout(150);
      await noHorizontalScroll(page);
      await axe(page);
    }
    quiet(noted);
  }
});
