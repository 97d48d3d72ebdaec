// What is taken away from the page, against what the command line writes for the same link; and
// what is said when the second program does not come.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const PROGRAM = fileURLToPath(new URL("../../../target/debug/strata", import.meta.url));
const options = { maxBuffer: 1 << 30, encoding: "utf8" };

test.before(() => {
  execFileSync("cargo", ["build", "--quiet", "--locked", "--bin", "strata"], options);
});

/** What the command line writes, also where it says that nothing could run. */
const strata = (...words) => spawnSync(PROGRAM, ["--quiet", ...words], options).stdout;

/** Fails where two texts differ, and shows that place and not both of them. */
function same(file, text, what) {
  if (file === text) return;
  const [one, other] = [file, text].map((each) => each.split("\n"));
  const at = one.findIndex((line, number) => line !== other[number]);
  assert.fail(`${what}, line ${at + 1}: ${one[at]} | ${other[at]}`);
}

/** Presses a button of a group of files and reads what is saved. */
async function taken(page, name, group = page.getByRole("group", { name: "Take away" }).first()) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    group.getByRole("button", { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Opens the dialog with everything that can be taken away from the Lab. */
async function taking(page) {
  await page.locator(".machine-drawing").nth(1).waitFor();
  await page.locator(".tools button[aria-haspopup]").click();
  await page.locator("dialog .take-forms").waitFor();
}

/** The link of the scenario in the Lab, when the address has it. */
async function linked(page, key) {
  await page.getByRole("combobox", { name: "Examples" }).selectOption({ value: key });
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Link copied").waitFor();
  return page.evaluate(() => location.href);
}

test("files have the bytes that the command line writes, whatever is asked", async () => {
  const { page, noted } = await open();
  await page.locator(".machine-drawing").nth(1).waitFor();
  const keys = await page.getByRole("combobox", { name: "Examples" }).locator("option")
    .evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
  const some = keys.filter((key, at) => at % 3 === 0);
  const questions = new Set();
  for (const key of some) {
    const link = await linked(page, key);
    await page.getByRole("button", { name: "Take away" }).click();
    for (const [button, format] of [["CSV", "csv"], ["JSON", "json"]]) {
      const file = await taken(page, button);
      same(file.text, strata("run", "--link", link, "--format", format), `${key} ${format}`);
      assert.match(file.name, new RegExp(`^strata-[a-z-]+-[0-9a-f]{8}\\.${format}$`));
      questions.add(file.name.split("-")[1]);
    }
    await page.keyboard.press("Escape");
    await page.locator("dialog.part-dialog").waitFor({ state: "detached" });
  }
  assert.ok(questions.size > 5, [...questions].join(" "));
  quiet(noted);
});

test("a start has a trace in the language of the page, and nothing else has one", async () => {
  for (const [language, name, group] of [["en", "Trace", "Take away"], ["ko", "트레이스", "내보내기"]]) {
    const { page, noted } = await open({ language });
    await taking(page);
    const file = await taken(page, name, page.getByRole("group", { name: group }));
    same(file.text, strata("run", "--format", "trace", "--lang", language), language);
    quiet(noted);
  }
  const { page } = await open();
  await page.getByRole("radio", { name: "Patch" }).check({ force: true });
  await page.locator(".answer").waitFor();
  await page.getByRole("button", { name: "Take away" }).click();
  await page.getByRole("button", { name: "JSON" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Trace" }).count(), 0);
});

test("sweeps, repetitions, claims, published results and constants are taken away too", async () => {
  const explore = await open({ path: "#/explore" });
  const groups = explore.page.getByRole("group", { name: "Take away" });
  await explore.page.locator("#sweep-to").fill("100");
  await explore.page.locator("#sweep-steps").fill("5");
  const repeated = await taken(explore.page, "JSON", groups.nth(2));
  same(repeated.text, strata("replicate", "--format", "json"), "replicate");
  const swept = await taken(explore.page, "CSV", groups.first());
  const from = await explore.page.locator("#sweep-from").inputValue();
  const over = ["--over", `n=${from}..100`, "--points", "5", "--quantity", "ready-median"];
  same(swept.text, strata("sweep", ...over, "--format", "csv"), "sweep");
  quiet(explore.noted);
  for (const [path, command, place] of [["claims", "claims", 0], ["evidence", "validate", 0],
    ["evidence", "catalog", 1]]) {
    const { page, noted } = await open({ path: `#/${path}` });
    const group = place
      ? page.getByRole("group", { name: "Take the constants away" })
      : page.getByRole("group", { name: "Take away" });
    for (const [button, format] of [["CSV", "csv"], ["JSON", "json"]]) {
      const file = await taken(page, button, group);
      same(file.text, strata(command, "--format", format), `${command} ${format}`);
    }
    quiet(noted);
  }
});

test("a file is announced, can be given up, and the focus stays in the group", async () => {
  const { page, noted } = await open();
  await page.locator(".machine-drawing").nth(1).waitFor();
  const count = page.getByRole("spinbutton", { name: "Instances" });
  await count.fill("10000");
  await count.press("Enter");
  await page.waitForFunction(() => document.querySelector(".headline-words")
    .textContent.includes("10,000"));
  await taking(page);
  await page.getByRole("button", { name: "JSON", exact: true }).press("Enter");
  const cancel = page.locator(".take-away").getByRole("button", { name: "Cancel" });
  await page.getByText("Preparing the file (JSON)").waitFor();
  await cancel.press("Enter");
  await cancel.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.className), "take-forms");
  assert.equal(await page.locator(".take-away .take-status").innerText(), "");
  await page.getByRole("button", { name: "CSV", exact: true }).press("Enter");
  await page.getByText(/^Saved as strata-compare-.*\.csv$/).waitFor();
  quiet(noted);
});

test("results are still there when a page is opened again", async () => {
  const { page, noted } = await open({ path: "#/explore" });
  await page.getByRole("button", { name: "Run the sweep" }).click();
  await page.locator(".turns li").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".starter progress")?.hidden);
  const told = await page.locator(".turns").innerText();
  await page.getByRole("link", { name: "Claims", exact: true }).click();
  await page.locator(".fact.holds").first().waitFor();
  await page.getByRole("link", { name: "Explore", exact: true }).click();
  assert.equal(await page.locator(".turns").innerText(), told);
  quiet(noted);
});

test("a program that does not come is told, and asked for again", async () => {
  for (const lost of ["worker.js", "strata-worker.js", "strata-worker_bg.wasm"]) {
    const { page, context } = await open({ block: [lost], wait: true });
    const alert = page.locator(".take-away").getByRole("alert");
    await taking(page);
    await page.getByRole("button", { name: "CSV", exact: true }).click();
    await alert.getByText("did not arrive").waitFor();
    await axe(page);
    await context.unroute(`**/${lost}*`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      alert.getByRole("button", { name: "Try again" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.csv$/);
    await alert.getByText("did not arrive").waitFor({ state: "hidden" });
  }
});

test("a program of another build serves no page", async () => {
  const { page, context } = await open();
  await context.route("**/worker.js*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/BUILD = "\w+"/, 'BUILD = "another"');
    await route.fulfill({ response, body });
  });
  await taking(page);
  await page.getByRole("button", { name: "CSV", exact: true }).click();
  await page.getByText("another version of Strata").waitFor();
});

test("it works below a path, on a phone, in the dark and in Korean", async () => {
  const { page, noted } = await open({
    base: "/courses/os/", theme: "dark", language: "ko", width: 360, height: 800,
  });
  await taking(page);
  const group = page.getByRole("group", { name: "내보내기" });
  const file = await taken(page, "CSV", group);
  same(file.text, strata("run", "--format", "csv"), "run");
  await noHorizontalScroll(page);
  await axe(page);
  quiet(noted);
});

test("the program of the dialogs that does not come is told, and asked for again", async () => {
  for (const lost of ["parts.js", "strata-parts.js", "strata-parts_bg.wasm"]) {
    const { page, context } = await open({ block: [lost], wait: true });
    await page.locator(".machine-drawing").nth(1).waitFor();
    await page.getByRole("button", { name: "Take away" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "did not arrive" });
    await alert.waitFor();
    await axe(page);
    await context.unroute(`**/${lost}*`);
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.locator("dialog .take-forms").waitFor();
    await alert.waitFor({ state: "hidden" });
  }
});
