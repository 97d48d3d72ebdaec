import { open, closeAll } from "./harness.mjs";
const [,, out, w="1440", h="900", lang="en", theme="light", at="0.4", ...modes] = process.argv;
for (const mode of modes) {
  const { page, noted } = await open({ path: mode.includes('=') ? `#/lab?v=1&${mode}` : '', width: +w, height: +h, language: lang, theme });
  await page.waitForTimeout(2500); await page.screenshot({path:'/tmp/shots/x.png'}); console.log(JSON.stringify(noted));
  if (!mode.includes('=')) await page.locator(`input[name=question][value=${mode}]`).check({ force: true });
  await page.locator(".answer-foot .digest").nth(1).waitFor({ timeout: 60000 });
  await page.waitForTimeout(500);
  const f = page.locator(".film");
  if (await f.count()) {
    const range = f.locator("input[type=range]");
    await range.evaluate((el, at) => { el.value = Math.round(1000*at); el.dispatchEvent(new Event("input", {bubbles:true})); }, +at);
    await page.waitForTimeout(400);
  }
  await page.addStyleTag({content: '.transport{position:static!important}'}).catch(()=>{});
  if (await f.count()) await f.screenshot({ path: `/tmp/shots/${out}-${mode.split("&")[0]}.png` }); else await page.screenshot({ path: `/tmp/shots/${out}-${mode.split("&")[0]}.png`, fullPage: true });
  console.log(mode, await f.count(), JSON.stringify(noted));
}
await closeAll();
