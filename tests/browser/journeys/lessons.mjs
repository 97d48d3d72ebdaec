// The course as learners walk it: every step of every lesson, predictions before results, goals,
// and a teacher's own file.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const COURSE = new URL("../../../src/lesson/course/", import.meta.url);
const names = (await readdir(COURSE)).filter((name) => name.endsWith(".toml"))
  .map((name) => name.replace(".toml", ""));
const RESULTS = ".transport, .lanes, .headline-words, .narration, .film, .answer";

/** Whether anything that tells results can be seen. */
const told = (page) => page.locator(RESULTS).evaluateAll((all) =>
  all.filter((one) => one.checkVisibility()).map((one) => one.className));

async function step(page) {
  await page.locator("#lesson .lesson-step h3").waitFor();
}

for (const language of ["en", "ko"]) {
  test(`every lesson is walked from its first step to its last (${language})`, async () => {
    const { page, noted } = await open({ path: "#/learn", language });
    for (const name of names) {
      await page.evaluate((name) => { location.hash = `#/learn/${name}/1`; }, name);
      for (let steps = 1; ; steps += 1) {
        await page.waitForFunction((at) =>
          document.querySelector("#lesson a[aria-current=step]")?.getAttribute("href")
            .endsWith(at), `/${name}/${steps}`);
        await step(page);
        const form = page.locator(".lesson-predict");
        if (await form.count() > 0) {
          // Nothing is given away before something is predicted.
          assert.deepEqual(await told(page), [], `${name} ${steps}`);
          const choice = page.locator(".lesson-choices input").first();
          if (await choice.count() > 0) await choice.check();
          await page.locator(".lesson-predict button[type=submit]").click();
          await page.waitForFunction(() => {
            const gap = document.querySelector(".lesson-gap");
            return gap && /\p{Nd}|[.:]/u.test(gap.textContent) && !gap.textContent.includes("…");
          }).catch(async (error) => {
            const said = await page.locator("#lesson").innerText();
            throw new Error(`${name} ${steps}: ${said}`, { cause: error });
          });
        }
        // Every statement is true of what is shown, and every number has been filled in.
        await page.waitForFunction(() => {
          const step = document.querySelector(".lesson-step");
          return ![...step.querySelectorAll(".lesson-text, .lesson-see")]
            .some((part) => part.textContent.includes("…"));
        });
        assert.equal(await page.locator(".lesson-see .mark.wrong").count(), 0, `${name} ${steps}`);
        const next = page.locator(".lesson-ways a[rel=next]:not([hidden])");
        if (await next.count() === 0) break;
        await next.click();
      }
    }
    quiet(noted);
  });
}

test("a goal is not reached at first, has a ladder of hints, and is reached by its way", async () => {
  const { page, noted } = await open({ path: "#/learn/start-time/3" });
  await step(page);
  await page.locator(".lesson-needs .figure").filter({ hasText: "s" }).first().waitFor();
  assert.equal(await page.locator(".lesson-goal.reached").count(), 0);
  const hint = page.getByRole("button", { name: "A hint" });
  while (await hint.isVisible()) await hint.click();
  await page.getByRole("button", { name: "Show one way" }).click();
  await page.locator(".lesson-goal.reached").waitFor();
  await page.getByRole("button", { name: "Put it back" }).click();
  await page.waitForFunction(() => !document.querySelector(".lesson-goal.reached"));
  quiet(noted);
});

test("a prediction is in the address, outlives a reload, and the Lab is its owner's again", async () => {
  const { page, noted } = await open({ path: "#/learn/start-time/1" });
  await step(page);
  await page.locator(".lesson-bar input[type=number]").fill("12");
  await page.locator(".lesson-bar input[type=number]").blur();
  await page.locator(".lesson-predict button[type=submit]").click();
  await page.waitForFunction(() => location.hash.endsWith("start-time/1~12"));
  const said = await page.locator(".lesson-gap").innerText();
  assert.match(said, /You said 12/);
  await page.reload();
  await page.waitForFunction((said) =>
    document.querySelector(".lesson-gap")?.textContent === said, said);
  // Out into the Lab with what is shown, and back.
  await page.locator(".lesson-out").click();
  await page.getByRole("link", { name: "Back to the lesson" }).click();
  await step(page);
  await page.getByRole("link", { name: "All lessons" }).first().click();
  await page.locator(".lessons a").first().waitFor();
  quiet(noted);
});

test("a teacher opens a file, is told its mistakes by line, and removes it", async () => {
  const { page, noted } = await open({ path: "#/teach" });
  const file = await readFile(new URL("start-time.toml", COURSE), "utf8");
  const own = file.replace('name = "start-time"', 'name = "my-own"');
  const area = page.locator(".teach-open textarea");
  await area.fill(own.replace('preset = "default"', 'preset = "defualt"'));
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText(/Line \d+: there is no example “defualt”/).waitFor();
  await area.fill(own);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.locator(".teach-own a").click();
  await step(page);
  await page.goBack();
  await page.locator(".teach-own button").click();
  await page.waitForFunction(() => !document.querySelector(".teach-own li"));
  quiet(noted);
});

test("an address without a lesson says so and leads back", async () => {
  const { page, noted } = await open({ path: "#/learn/nothing/1" });
  await page.getByText("There is no lesson with this address").waitFor();
  await page.locator("#lesson a").click();
  await page.locator(".lessons a").first().waitFor();
  quiet(noted);
});

for (const [language, theme, width] of [["en", "light", 1280], ["ko", "dark", 360]]) {
  test(`pages of the course are sound for everybody (${language}, ${theme}, ${width})`, async () => {
    const { page, noted } = await open({ path: "#/learn", language, theme, width, height: 800 });
    await page.locator(".lessons a").first().waitFor();
    for (const at of ["learn", "glossary", "teach", "learn/start-time/1", "learn/start-time/2"]) {
      await page.evaluate((at) => { location.hash = `#/${at}`; }, at);
      await page.waitForTimeout(600);
      await axe(page);
      await noHorizontalScroll(page);
    }
    quiet(noted);
  });
}
