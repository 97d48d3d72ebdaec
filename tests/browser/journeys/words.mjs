// Pseudo-locales: the page with words that are double, very long, from right to left, like markup,
// or missing. They are put into the finished page, where all words are, whatever made them.

import assert from "node:assert/strict";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const KINDS = ["double", "long", "rtl", "markup", "empty"];
const PAGES = ["#/lab", "#/explore", "#/claims", "#/evidence", "?present#/lab"];

/** Puts other words in the place of all texts and names. */
function reword(kind) {
  const word = {
    double: (text) => `${text} ${text}`,
    long: (text) => `${text} verylongwordwithoutabreak${"abcdefghij".repeat(4)} and more of it`,
    rtl: (text) => `\u202eاختبار ${text} النص\u202c`,
    markup: () => "<img src=x onerror=\"window.broken = true\"><b>&amp;</b>",
    empty: () => "",
  }[kind];
  if (kind === "rtl") document.documentElement.dir = "rtl";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const of = text.parentElement;
    if (!text.data.trim() || of.closest("script, style, noscript, .help")) continue;
    // Numbers do not grow in translation, and drawings place their words by measure.
    if (/^[\d\s.,:%×–-]+$/.test(text.data) || of.closest("svg")) continue;
    text.data = word(text.data.trim());
  }
  if (kind === "empty") return;
  for (const name of ["aria-label", "title", "placeholder"]) {
    // A single sign such as "?" is no part of a name in any language.
    for (const one of document.querySelectorAll(`[${name}]:not(.help)`)) {
      // A name holds the words that are to be seen, in every language.
      one.setAttribute(name, `${one.textContent} ${word(one.getAttribute(name))}`.trim());
    }
  }
}

/** Buttons, links and heads whose words stick out of them. */
const clipped = () => [...document.querySelectorAll("button, summary, legend, h1, h2, h3, label")]
  .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden"))
  .filter((one) => !["absolute", "fixed"].includes(getComputedStyle(one).position))
  .filter((one) => one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 0
    && getComputedStyle(one).display !== "inline")
  .map((one) => `${one.tagName} ${one.className} ${one.scrollWidth} of ${one.clientWidth}`);

for (const kind of KINDS) {
  test(`words that are ${kind} leave the page whole`, async () => {
    for (const width of [1280, 360]) {
      for (const path of PAGES) {
        const { page, noted } = await open({ path, width });
        await page.locator("main:visible :is(h2, .headline, table):visible").first().waitFor();
        await page.waitForTimeout(500);
        await page.evaluate(reword, kind);
        await page.waitForTimeout(100);
        await noHorizontalScroll(page);
        assert.deepEqual(await page.evaluate(clipped), [], `${path} at ${width}`);
        if (kind !== "empty") {
          await page.locator(".transport").evaluateAll(
            (all) => all.forEach((bar) => bar.classList.remove("transport")));
          await axe(page);
        }
        assert.equal(await page.evaluate(() => window.broken), undefined);
        quiet(noted);
        await page.close();
      }
    }
  });
}
