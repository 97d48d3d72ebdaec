// What a comparison can be passed on as, kept as, and opened from again.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, quiet } from "../harness.mjs";

test.after(closeAll);

const dialog = (page) => page.locator("dialog.part-dialog");

/** Opens the Lab, changes the count, and opens the dialog. */
async function taking({ count, ...options } = {}) {
  const opened = await open(options);
  const { page } = opened;
  await page.locator(".machine-drawing").nth(1).waitFor();
  if (count) await change(page, count);
  await page.locator(".tools button[aria-haspopup]").click();
  await dialog(page).waitFor();
  return opened;
}

async function change(page, count) {
  const field = page.getByRole("spinbutton", { name: "Instances" });
  await field.fill(String(count));
  await field.press("Enter");
  await page.waitForFunction((text) =>
    document.querySelector(".headline-words").textContent.includes(text), ` ${count} `);
}

const instances = (page) => page.locator("input[type=number]").first().inputValue();

test("link and code open the same comparison again, in another browser", async () => {
  const { page, noted } = await taking({ count: 31 });
  const link = await page.locator("#take-link").inputValue();
  const code = await page.locator("#take-code").inputValue();
  assert.match(link, /#\/lab\?v=1&n=31&c=[0-9a-f]{8}$/);
  assert.equal(code, "n=31");
  quiet(noted);
  for (const text of [link, code, "n = 31\nhost = \"mid-server\""]) {
    const other = await taking();
    await other.page.getByLabel("A link, a code").fill(text);
    await other.page.getByRole("button", { name: "Open", exact: true }).click();
    await dialog(other.page).waitFor({ state: "detached" });
    assert.equal(await instances(other.page), "31", text);
    await other.page.getByRole("button", { name: "Undo", exact: true }).click();
    assert.equal(await instances(other.page), "12", "opening is one step of undo");
    quiet(other.noted);
  }
});

test("what cannot be opened is told with its name, and nothing changes", async () => {
  const { page, noted } = await taking();
  const field = page.getByLabel("A link, a code");
  for (const [text, told] of [
    ["", "nothing to open yet"],
    ["n=40 a.plattform=docker", "“a.plattform”"],
    ["hello", "Line 1"],
    ["{ \"scenario\": ", "not JSON"],
    ["https://example.org/#/lab?v=1&n=40&c=00000000", "changed on its way"],
  ]) {
    await field.fill(text);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.locator("#take-problem").getByText(told).waitFor();
  }
  await axe(page);
  await page.keyboard.press("Escape");
  assert.equal(await instances(page), "12");
  quiet(noted);
});

test("a file that was exported is opened again, to the same scenario", async () => {
  const { page, noted } = await taking({ count: 17 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "JSON", exact: true }).click(),
  ]);
  const path = await download.path();
  const other = await taking();
  await other.page.locator(".file-choice input").setInputFiles({
    name: "run.json", mimeType: "application/json", buffer: await readFile(path),
  });
  await dialog(other.page).waitFor({ state: "detached" });
  assert.equal(await instances(other.page), "17");
  quiet(noted);
  quiet(other.noted);
});

test("a name is kept, opened, deleted, and the deletion is taken back", async () => {
  const { page, noted } = await taking({ count: 23 });
  await page.getByLabel("Name", { exact: true }).fill("  a   class demo ");
  await page.keyboard.press("Enter");
  await page.getByText("Saved as “a class demo”").waitFor();
  await page.keyboard.press("Escape");
  await change(page, 5);
  await page.reload();
  await page.locator(".machine-drawing").nth(1).waitFor();
  await page.getByRole("button", { name: "Take away" }).click();
  await page.getByRole("button", { name: "Delete: a class demo" }).click();
  assert.equal(await page.locator(".saves li").count(), 0);
  await dialog(page).getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Open: a class demo" }).click();
  await dialog(page).waitFor({ state: "detached" });
  assert.equal(await instances(page), "23");
  quiet(noted);
});

test("saves that are damaged cost only themselves, and a full browser is told", async () => {
  const kept = "fine\t#/lab?v=1&n=9&c=00000000\nbroken line\n\t\n";
  const { page } = await taking({ saved: { "strata.saves": kept } });
  assert.deepEqual(await page.locator(".save-name").allInnerTexts(), ["fine"]);
  const full = await taking({ storage: "full" });
  await full.page.getByLabel("Name", { exact: true }).fill("one");
  await full.page.keyboard.press("Enter");
  await full.page.getByText("does not keep anything").waitFor();
});

test("the picture stands by itself and says how it was made", async () => {
  const { page, noted } = await taking();
  const save = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name, exact: true }).click(),
    ]);
    assert.match(download.suggestedFilename(), new RegExp(`^strata-[0-9a-f]{8}\\.${name}$`, "i"));
    return readFile(await download.path());
  };
  const svg = (await save("SVG")).toString();
  assert.doesNotMatch(svg, /class=|<style|https?:\/\/(?!www\.w3\.org|localhost)[^"]*"/);
  assert.match(svg, /13 kernels/);
  const inside = JSON.parse(svg.match(/<metadata>(.*?)<\/metadata>/)[1].replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
  assert.equal(inside.seed, 1);
  assert.ok(inside.sources.length > 5);
  // Drawn alone it has the same size, and more than one colour.
  const alone = await page.context().newPage();
  await alone.setContent(svg);
  assert.ok(await alone.locator("svg > svg").count() >= 4);
  const png = await save("PNG");
  assert.deepEqual([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join(""), "PNG");
  assert.ok(png.length > 100_000);
  quiet(noted);
});

test("the dialog passes axe and fits a phone, in both languages and themes", async () => {
  for (const [theme, language, width] of [["light", "en", 1280], ["dark", "ko", 360]]) {
    const { page, noted } = await taking({ theme, language, width, height: 800 });
    await noHorizontalScroll(page);
    await axe(page, "dialog");
    // The focus is inside, and Escape gives it back to the button.
    assert.ok(await page.evaluate(() => document.activeElement.closest("dialog") !== null));
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    quiet(noted);
  }
});

test("the examples are shown as pictures of what comes of them, and opened", async () => {
  for (const [theme, language, width] of [["light", "en", 1280], ["dark", "ko", 360]]) {
    const { page, noted } = await open({ theme, language, width, height: 800 });
    await page.locator(".machine-drawing").nth(1).waitFor();
    await page.locator(".field-head .ask").click();
    await page.waitForFunction(() => {
      const told = [...document.querySelectorAll(".example-finding")];
      return told.length > 20 && told.every((each) => each.textContent.length > 8);
    }, undefined, { timeout: 60_000 });
    await noHorizontalScroll(page);
    await axe(page, "dialog");
    const told = await page.locator("#example-boot-storm .example-finding").innerText();
    await page.locator("[aria-describedby=example-boot-storm]").press("Enter");
    await dialog(page).waitFor({ state: "detached" });
    await page.waitForFunction((text) =>
      document.querySelector(".headline-words").textContent.trim() === text, told);
    assert.equal(await instances(page), "200");
    quiet(noted);
  }
});
