// What one frame costs the main thread while 200 instances on each of two machines are played, as
// the browser's own trace tells it. Time is that of the thread's processor, so that what else runs
// on a shared machine does not count; how many frames were shown is told and not judged, for here
// a program draws what a graphics card draws elsewhere.

import assert from "node:assert/strict";
import test from "node:test";
import { closeAll, FIREFOX, open, quiet } from "../harness.mjs";

test.after(closeAll);

const INSTANCES = 200;
const PLAYED_MS = 4000;
/** A frame of a Chromebook at 30 a second, and one of a laptop at 60. */
const CHROMEBOOK_MS = 1000 / 30;
const LAPTOP_MS = 1000 / 60;
/** Longer than this nobody waits for an answer of the page without noticing. */
const BLOCKED_MS = 50;
const FEWEST = 30;
const CATEGORIES = ["toplevel", "devtools.timeline", "devtools.timeline.frame",
  "disabled-by-default-devtools.timeline"];
const TOLD = "only Chromium's tools trace frames";

/** What part of a sorted list is at most. */
const rank = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/**
 * Each frame's work on the page's main thread, in milliseconds of its processor: all tasks from the
 * end of the frame before to that which hands the frame over to be drawn.
 */
function frames(trace) {
  const threads = trace.filter(({ name, args }) =>
    name === "thread_name" && args.name === "CrRendererMain");
  const all = threads.map(({ pid, tid }) => {
    const here = trace.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X");
    const named = (wanted) => here.filter(({ name }) => name === wanted)
      .sort((one, other) => one.ts - other.ts);
    return { shown: named("Commit"), tasks: named("RunTask") };
  });
  // A browser keeps renderers that show nothing.
  const { shown, tasks } = all.sort((one, other) => other.shown.length - one.shown.length)[0];
  const work = shown.map(() => 0);
  let frame = 0;
  for (const { ts, dur, tdur } of tasks) {
    work[frame] += (tdur ?? dur) / 1000;
    while (frame < shown.length && shown[frame].ts < ts + dur) frame += 1;
    if (frame === shown.length) break;
  }
  const sort = (numbers) => numbers.sort((one, other) => one - other);
  return {
    // Of the first one only the end was traced.
    work: sort(work.slice(1)),
    gaps: sort(shown.slice(1).map(({ ts }, at) => (ts - shown[at].ts) / 1000)),
    tasks: sort(tasks.map(({ dur, tdur }) => (tdur ?? dur) / 1000)),
  };
}

const round = (number) => Math.round(number * 10) / 10;

/** What the main thread did while something went on. */
async function traced(page, goingOn) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: CATEGORIES });
  await goingOn();
  return frames(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
}

/** Plays what is shown, and tells what its frames cost. */
async function played(page, journey, what) {
  await page.getByRole("button", { name: "To the start" }).click();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  const { work, gaps, tasks } = await traced(page, () => page.waitForTimeout(PLAYED_MS));
  const [median, most, last] = [0.5, 0.95, 1].map((part) => round(rank(work, part)));
  journey.diagnostic(`${what}: ${work.length} frames, ${median} ms each (median), ${most} ms (19 of`
    + ` 20), ${last} ms (the worst), of ${round(LAPTOP_MS)} ms that a laptop has; longest task`
    + ` ${round(rank(tasks, 1))} ms; ${round(1000 / rank(gaps, 0.5))} frames a second were shown`);
  assert.ok(work.length >= FEWEST, `${what}: ${work.length} frames`);
  assert.ok(most <= CHROMEBOOK_MS, `${what}: ${most} ms, half of all frames ${median} ms`);
}

// D-44
test("200 instances on each machine are played within a Chromebook's frame", { skip: FIREFOX && TOLD }, async (journey) => {
  const { page, noted } = await open({ width: 1440, height: 900 });
  const count = page.getByRole("spinbutton", { name: "Instances" });
  await count.fill(String(INSTANCES));
  await count.press("Enter");
  await page.locator(".machine-drawing[aria-label*='200']").nth(1).waitFor();
  await played(page, journey, "starts");
  for (const question of ["throughput", "incident"]) {
    await page.locator(`input[name=question][value=${question}]`).check({ force: true });
    await page.locator(".film-drawing").nth(1).waitFor();
    await page.locator(".answer-foot .digest").nth(1).waitFor();
    await played(page, journey, question);
  }
  quiet(noted);
});

// D-44
test("a sweep and its runs keep the page's own thread free", { skip: FIREFOX && TOLD }, async (journey) => {
  const { page, noted } = await open({ path: "#/explore" });
  await page.locator("#sweep-to").fill("400");
  const { tasks } = await traced(page, async () => {
    await page.getByRole("button", { name: "Run the sweep" }).click();
    await page.locator(".turns li").first().waitFor();
    await page.locator(".study canvas").waitFor();
  });
  journey.diagnostic(`longest task ${round(rank(tasks, 1))} ms`);
  assert.ok(rank(tasks, 1) <= BLOCKED_MS, `${round(rank(tasks, 1))} ms`);
  quiet(noted);
});
