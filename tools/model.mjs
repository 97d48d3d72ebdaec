// Turns docs/model*.md into fragments of HTML beside the app, which fetches the one of its language
// when somebody opens "The model". So the text is written once, costs a first visit nothing, and
// the app carries no Markdown reader. stamp.mjs begins with it.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Marked } from "marked";

const root = process.env.TRUNK_STAGING_DIR ?? "dist";
const TEXTS = { en: "docs/model.md", ko: "docs/model.ko.md" };
const TABLE = { en: "Table", ko: "표" };

for (const [language, path] of Object.entries(TEXTS)) {
  const marked = new Marked({
    // The page has a first heading of its own.
    walkTokens(token) {
      if (token.type === "heading") token.depth += 1;
    },
  });
  const html = (await marked.parse(await readFile(path, "utf8")))
    .replaceAll("<table>", `<div class="table-frame" tabindex="0" role="group" aria-label="${TABLE[language]}"><table>`)
    .replaceAll("</table>", "</table></div>")
    .replaceAll("<th>", '<th scope="col">');
  await writeFile(join(root, `model.${language}.html`), html);
}
