// Pictures of the page in four widths, two themes, two languages, for people to look at.
// An argument is put behind the address, such as `#CODE` of a share link; a second one, "full",
// takes the whole page instead of the window.

import { closeAll, open, shot } from "./harness.mjs";

const WINDOWS = [
  [1440, 900],
  [1280, 720],
  [768, 1024],
  [360, 800],
];

const [path = "", extent] = process.argv.slice(2);
for (const [width, height] of WINDOWS) {
  for (const theme of ["light", "dark"]) {
    for (const language of ["en", "ko"]) {
      const { page, context } = await open({ path, width, height, theme, language });
      await page.waitForLoadState("networkidle");
      const name = `page-${width}-${theme}-${language}`;
      console.log(await shot(page, name, { fullPage: extent === "full" }));
      await context.close();
    }
  }
}
await closeAll();
