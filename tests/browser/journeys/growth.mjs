// Whether the page grows by being used: the heap of the browser, the memory of the program and the
// nodes of the document after many examples against the same after a few.

import assert from "node:assert/strict";
import test from "node:test";
import { closeAll, FIREFOX, open, quiet } from "../harness.mjs";

test.after(closeAll);

const ROUNDS_FIRST = 20;
const ROUNDS = 100;
const GROWTH_MOST = 1.1;
const TOLD = "only Chromium's tools tell the heap";

/** Keeps hold of the memory of each program that is started. */
const HOLD = () => {
  window.programs = [];
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...parts) => {
    const made = await start.apply(WebAssembly, parts);
    window.programs.push(made.instance.exports.memory);
    return made;
  };
};

async function sizes(page, session) {
  await page.waitForTimeout(500);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  const program = await page.evaluate(() =>
    window.programs.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  return { heap: usedSize, nodes, program };
}

test("a hundred examples, loaded, played and reset, leave nothing behind", { skip: FIREFOX && TOLD }, async (journey) => {
  const { page, context, noted } = await open({ wait: false, path: "about.html" });
  await context.addInitScript(HOLD);
  await page.goto(new URL("./", page.url()).href);
  await page.locator(".machine-drawing").nth(1).waitFor();
  const session = await context.newCDPSession(page);
  const examples = page.getByRole("combobox", { name: "Examples" });
  const keys = (await examples.locator("option").evaluateAll((all) => all.map((each) => each.value)))
    .filter(Boolean).slice(0, 5);
  const round = async (at) => {
    await examples.selectOption({ value: keys[at % keys.length] });
    await page.waitForTimeout(30);
    await page.keyboard.press("Space");
    await page.waitForTimeout(60);
    await examples.selectOption({ value: "default" });
  };
  for (let at = 0; at < ROUNDS_FIRST; at += 1) await round(at);
  const first = await sizes(page, session);
  for (let at = ROUNDS_FIRST; at < ROUNDS; at += 1) await round(at);
  const last = await sizes(page, session);
  for (const what of Object.keys(first)) {
    journey.diagnostic(`${what}: ${first[what]} after ${ROUNDS_FIRST}, ${last[what]} after ${ROUNDS}`);
    assert.ok(last[what] <= first[what] * GROWTH_MOST, `${what}: ${first[what]} to ${last[what]}`);
  }
  quiet(noted);
});
