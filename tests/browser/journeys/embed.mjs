// What an address asks of the page, the page in a frame of another one, and the page on paper.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import test from "node:test";
import { axe, closeAll, noHorizontalScroll, open, origin, quiet } from "../harness.mjs";

test.after(closeAll);

const ready = (page) => page.locator(".machine-drawing").nth(1).waitFor();

/** What the menus of the page say of everything that an address can ask for. */
async function menus(page) {
  await page.locator("button.help").click();
  const said = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    theme: document.querySelector(".themes").value,
    motion: document.querySelector("#motion").selectedIndex,
    keys: document.querySelector("#single-keys").checked,
  }));
  await page.keyboard.press("Escape");
  return said;
}

test("what an address asks for is what the menus say, for this visit only", async () => {
  const { page, context, noted, address } = await open({
    path: "?lang=ko&theme=dark&motion=reduced&keys=off&utm=1#/lab",
  });
  await ready(page);
  assert.deepEqual(await menus(page), { lang: "ko", theme: "dark", motion: 2, keys: false });
  quiet(noted);
  const next = await context.newPage();
  await next.goto(address);
  await ready(next);
  assert.deepEqual(await menus(next), { lang: "en", theme: "auto", motion: 0, keys: true });
});

test("how much the page moves is chosen, and kept", async () => {
  const { page, noted } = await open();
  await ready(page);
  await page.locator("button.help").click();
  await page.getByLabel("Motion").selectOption("the clock jumps");
  await page.keyboard.press("Escape");
  await page.reload();
  await ready(page);
  assert.equal((await menus(page)).motion, 2);
  await page.getByRole("button", { name: "To the start" }).click();
  await page.locator(".transport .primary").click();
  assert.deepEqual(await page.locator(".kernel-count strong").allInnerTexts(),
    ["13 kernels", "1 kernel"]);
  quiet(noted);
});

test("the snippet says what was chosen, and its frame shows it", async () => {
  for (const [theme, language, width] of [["light", "en", 1280], ["dark", "ko", 360]]) {
    const { page, noted } = await open({ theme, language, width, height: 800 });
    await ready(page);
    await page.locator(".tools button[aria-haspopup]").click();
    await page.getByRole("button", { name: language === "en" ? "Embed…" : "삽입 코드…" }).click();
    const snippet = page.locator("#snippet");
    assert.match(await snippet.inputValue(), /\?embed&amp;hide=charts,tables#\/lab\?v=1/);
    await page.locator("#embed-settings").uncheck();
    await page.locator("#embed-locked").check();
    await page.locator("#embed-theme").selectOption({ index: 2 });
    assert.match(await snippet.inputValue(), /theme=dark&amp;embed&amp;hide=settings,charts,tables/);
    const frame = page.frameLocator(".embed-preview iframe");
    await frame.locator(".machine-drawing").nth(1).waitFor();
    assert.equal(await frame.locator(".head").isVisible(), false);
    assert.equal(await frame.locator(".controls").isVisible(), false);
    assert.equal(await frame.locator(".chart").first().isVisible(), false);
    assert.equal(await frame.locator("html").getAttribute("data-theme"), "dark");
    await noHorizontalScroll(page);
    await axe(page, "dialog");
    quiet(noted);
  }
});

// A page of another site, which has no policy of its own.
const host = createServer((_, response) => {
  response.writeHead(200, { "Content-Type": "text/html" });
  response.end("<!doctype html><title>A course</title>");
});
test.before(() => new Promise((done) => host.listen(0, "localhost", done)));
test.after(() => host.close());

test("a frame of 600 × 400 works, however strict its sandbox, and tells what happens", async () => {
  for (const sandbox of ["allow-scripts allow-same-origin", "allow-scripts"]) {
    const { page } = await open({ width: 1000, height: 700 });
    await page.goto(`http://localhost:${host.address().port}/`);
    await page.evaluate(({ address, sandbox }) => {
      window.heard = [];
      addEventListener("message", ({ data }) => window.heard.push(data));
      const frame = document.createElement("iframe");
      Object.assign(frame, { src: `${address}?embed&locked#/lab`, width: 600, height: 400 });
      frame.setAttribute("sandbox", sandbox);
      document.body.append(frame);
    }, { address: await origin(), sandbox });
    const frame = page.frameLocator("iframe");
    await frame.locator(".machine-drawing").nth(1).waitFor();
    const wide = await frame.locator("html").evaluate((root) => root.scrollWidth > root.clientWidth);
    assert.equal(wide, false);
    // Keys and wheel belong to the page around it until somebody has clicked into it.
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY");
    await frame.getByRole("button", { name: "To the start" }).click();
    await page.waitForFunction(() => window.heard.some(({ event, seconds }) =>
      event === "time" && seconds === 0));
    const heard = await page.evaluate(() => window.heard);
    assert.ok(heard.every(({ source }) => source === "strata"));
    assert.ok(heard.some(({ event }) => event === "ready"));
    assert.match(heard.find(({ event }) => event === "scenario").link, /^#\/lab\?v=1/);
    const whole = frame.getByRole("link", { name: "Open in Strata" });
    assert.equal(await whole.getAttribute("target"), "_blank");
    assert.match(await whole.evaluate((link) => link.href), /\/#\/lab\?v=1/);
  }
});

test("on paper stand the picture, its link with a drawing for cameras, and its sources", async () => {
  const { page, noted } = await open({ theme: "dark" });
  await ready(page);
  await page.evaluate(() => {
    window.print = () => {
      window.printed = document.querySelector(".sheet")?.textContent;
      window.printedOpen = document.querySelector("dialog[open]") !== null;
    };
  });
  await page.locator(".tools button[aria-haspopup]").click();
  await page.getByRole("button", { name: "Print…" }).click();
  await page.waitForFunction(() => window.printed);
  assert.match(await page.evaluate(() => window.printed), /Strata .*#\/lab\?v=1.*Sources/s);
  assert.equal(await page.evaluate(() => window.printedOpen), false);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal(await page.locator(".controls").isVisible(), false);
  assert.equal(await page.locator(".transport").isVisible(), false);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.ok(Math.min(...paper.match(/\d+/g).slice(0, 3).map(Number)) > 230, `${paper} is dark`);
  assert.ok((await page.pdf({ format: "A4" })).length > 20_000);
  quiet(noted);
});
