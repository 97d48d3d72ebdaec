import { open, closeAll, shot } from "./harness.mjs";
for (const [name, options] of [["en", {width:1440,height:900}], ["ko", {language:"ko",theme:"dark",width:1280,height:720}], ["phone", {width:360,height:780}]]) {
  const { page } = await open(options);
  await page.locator(".machine-drawing").nth(1).waitFor();
  await page.screenshot({ path: `/tmp/why-lab-${name}.png` });
  await page.locator(".headline-words button.why").first().focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog .why-table").first().waitFor();
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/why-dialog-${name}.png` });
  await page.evaluate(() => document.querySelector("dialog").scrollTo(0, 1500));
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/why-dialog2-${name}.png` });
}
await closeAll();
