// Whether the page starts in WebKit, says the same sentence as elsewhere, and simulates to the
// digests that the native tests know.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { closeAll, origin } from "../harness.mjs";
import { openWebKit, until } from "../webdriver.mjs";

let webkit;

test.before(async () => {
  webkit = await openWebKit();
});
test.after(async () => {
  await webkit?.close();
  await closeAll();
});

const DIGESTS = `return [...document.querySelectorAll(".digest")]
  .map((each) => each.innerText.trim()).join(" ")`;

/** The digests of the comparison that the page begins with. */
async function golden() {
  const known = await readFile(new URL("../../golden/digests.txt", import.meta.url), "utf8");
  const [key, ...pair] = known.split("\n")[0].split(" ");
  assert.equal(key, "default");
  return pair.join(" ");
}

test("the page starts and compares the default machines", async (journey) => {
  journey.diagnostic(webkit.version);
  await webkit.go(await origin());
  await until(() => webkit.run("return !document.getElementById('loading')"), "the app");
  const words = "return document.querySelector('.headline-words').innerText";
  assert.match(await until(() => webkit.run(words), "the headline"),
    /^All 12 containers were ready after 0\.\d+\ss\. Even the first VM needed \d/);
  assert.equal(await webkit.run("return document.querySelectorAll('.machine-drawing').length"), 2);
});

test("its digests are those of the native tests, bit for bit", async () => {
  await webkit.run(`for (const fold of document.querySelectorAll("figure details")) fold.open = true`);
  const known = await golden();
  await until(async () => (await webkit.run(DIGESTS)) === known, `the digests ${known}`);
});
