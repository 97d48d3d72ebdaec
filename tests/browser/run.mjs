// Runs the browser journeys with node's own test runner; harness.mjs says how to write one.
// Arguments choose files by a part of their name; --firefox runs them in a stock Firefox,
// --webkit those few that WebKit has of its own.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
if (!existsSync(`${here}../../dist/index.html`)) {
  console.error("error: there is no dist\n    try: ./dev build");
  process.exit(1);
}
const words = process.argv.slice(2);
const firefox = words.includes("--firefox");
const folder = words.includes("--webkit") ? "webkit" : "journeys";
const wanted = words.filter((word) => !word.startsWith("--"));
const files = readdirSync(here + folder)
  .filter((name) => name.endsWith(".mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort()
  .map((name) => `${here}${folder}/${name}`);
if (files.length === 0) {
  console.error(`error: no journey is called ${wanted.join(" or ")}`);
  process.exit(1);
}
// The time limit is for a whole file; the harness limits each wait to 20 seconds.
// One file at a time: journeys measure time, and a browser fills two cores by itself.
const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-timeout=600000", ...files],
  { stdio: "inherit", env: firefox ? { ...process.env, STRATA_BROWSER: "firefox" } : process.env },
);
process.exit(status ?? 1);
