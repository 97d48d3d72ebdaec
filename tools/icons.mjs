// Renders static/icon.svg into the PNGs that installed pages and touch screens want. Run it by hand
// with `node tools/icons.mjs` when the drawing changes; the PNGs are committed.

import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const SIZES = { "icon-180": 180, "icon-192": 192, "icon-512": 512, "icon-maskable": 512 };
// Systems cut these into a shape of their own, so they have no corners.
const WHOLE = new Set(["icon-180", "icon-maskable"]);

const drawing = await readFile("static/icon.svg", "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const [name, size] of Object.entries(SIZES)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = WHOLE.has(name) ? drawing.replace('rx="6"', 'rx="0"') : drawing;
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await writeFile(`static/${name}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
