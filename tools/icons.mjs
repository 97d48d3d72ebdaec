// Renders static/icon.svg into the PNGs that installed pages and touch screens want, and static/still.svg
// into the card that is shown where an address is passed on. Run it by hand with
// `node tools/icons.mjs` when a drawing changes; the PNGs are committed.

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

const CARD = `
  body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 56px 70px 0;
    background: #faf7f0; color: #1c2230; font-family: system-ui, "Noto Sans CJK KR", sans-serif }
  header { display: flex; gap: 22px; align-items: center; margin-bottom: 26px }
  header svg { width: 84px }
  h1 { margin: 0; font: 600 58px Palatino, Georgia, "Noto Serif CJK KR", serif }
  p { margin: 0; font-size: 25px; color: #565b66 }
  main svg { width: 890px; display: block; margin: 0 auto }`;
const card = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: "light" });
const still = await readFile("static/still.svg", "utf8");
await card.setContent(`<style>${CARD}</style><header>${drawing}<div><h1>Strata</h1>
  <p>Virtual machines and containers, simulated · 가상 머신과 컨테이너 시뮬레이터</p></div></header>
  <main>${still}</main>`);
await writeFile("static/card.png", await card.screenshot());
await browser.close();
