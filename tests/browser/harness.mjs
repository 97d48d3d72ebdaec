// What browser journeys share: a server for dist, one browser, pages that note what goes wrong.
//
//   import test from "node:test";
//   import assert from "node:assert/strict";
//   import { closeAll, open, quiet, axe, noHorizontalScroll, shot } from "../harness.mjs";
//
//   test.after(closeAll);
//   test("the play button starts the clock", async () => {
//     const { page, noted } = await open({ language: "ko", theme: "dark", width: 360, height: 800 });
//     await page.getByRole("button", { name: "재생" }).click();
//     await axe(page);                 // fails on serious and critical findings, prints the others
//     await noHorizontalScroll(page);
//     await shot(page, "playing");     // tests/browser/shots/playing.png
//     quiet(noted);                    // fails on any error or any request to another origin
//   });
//
// A file in tests/browser/journeys/*.mjs is found by itself. `./dev test browser` runs all,
// `node tests/browser/run.mjs NAME` those whose file name contains NAME; CHROMIUM names the browser.
// `--firefox` runs them in a stock Firefox, which FIREFOX may name.

import assert from "node:assert/strict";
import { readFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";
import { launchFirefox } from "./stock.mjs";

/** Whether the journeys run in Firefox; what only Chromium's tools can show is left out there. */
export const FIREFOX = process.env.STRATA_BROWSER === "firefox";

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const SHOTS = fileURLToPath(new URL("./shots/", import.meta.url));
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing but this machine can be reached, whatever a page or the browser itself tries.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];
const TIMEOUT_MS = 20_000;
const PREFERS_NOTHING = {
  colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null,
};
const LOCALES = { en: "en-US", ko: "ko-KR" };

let browser;
const servers = new Map();
const contexts = new Set();

/** The address of dist, served under `base`; one server for each base. */
export async function origin(base = "/") {
  if (!servers.has(base)) servers.set(base, serve({ root: DIST, port: 0, base }));
  return (await servers.get(base)).url;
}

/** Closes pages, browser and servers; for `test.after`. */
export async function closeAll() {
  for (const context of contexts) await context.close();
  contexts.clear();
  await browser?.close();
  browser = undefined;
  for (const server of servers.values()) await (await server).close();
  servers.clear();
}

// These run in the page, before any of its scripts.
const FORBID_STORAGE = () => {
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("storage is forbidden", "SecurityError");
      },
    });
  }
};
const FILL_STORAGE = () => {
  Storage.prototype.setItem = () => {
    throw new DOMException("storage is full", "QuotaExceededError");
  };
};
const REMOVE_WASM = () => {
  delete globalThis.WebAssembly;
};

/** Lets `fill` type, since there it adds to what a number field holds. */
function typeInstead(page) {
  const kind = Object.getPrototypeOf(page.locator("html"));
  kind.fill = async function type(text) {
    await this.press("ControlOrMeta+A");
    await this.press("Delete");
    await this.pressSequentially(String(text));
  };
}

function note(page, home) {
  const noted = { consoleErrors: [], pageErrors: [], foreignRequests: [], failedRequests: [] };
  page.on("console", (message) => {
    if (message.type() === "error") noted.consoleErrors.push(message.text());
  });
  page.on("pageerror", (error) => noted.pageErrors.push(String(error)));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== home) {
      noted.foreignRequests.push(request.url());
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) noted.failedRequests.push(`${response.status()} ${response.url()}`);
  });
  return noted;
}

/**
 * Opens the page in a profile of its own.
 *
 * `path` follows the address of dist (`"#abc"`, `"about.html"`); `base` is the path dist lies
 * under; `theme` and `language` are what the system prefers; `saved` is put into localStorage
 * first; `storage` may be "forbidden" or "full"; `block` is a list of file names that fail to
 * arrive. `wait` is false for pages in which the app is not expected to start. `keeps` lets the page
 * keep itself for use without a network, which costs every visit the fetching of all files; `at` is
 * the address of another server.
 */
export async function open({
  path = "",
  base = "/",
  width = 1280,
  height = 720,
  theme = "light",
  language = "en",
  reducedMotion = false,
  storage = "normal",
  saved = {},
  wasm = true,
  script = true,
  block = [],
  wait = wasm && script && block.length === 0,
  scale = 1,
  keeps = false,
  at = undefined,
} = {}) {
  browser ??= FIREFOX ? await launchFirefox() : await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ARGUMENTS,
  });
  // Firefox cannot be told what a system prefers, so that there the theme is one that was chosen.
  const chosen = FIREFOX && theme !== "light" ? { "strata.theme": theme, ...saved } : saved;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: LOCALES[language] ?? language,
    javaScriptEnabled: script,
    serviceWorkers: keeps ? "allow" : "block",
    ...(FIREFOX ? PREFERS_NOTHING : {
      colorScheme: theme,
      reducedMotion: reducedMotion ? "reduce" : "no-preference",
      permissions: ["clipboard-read", "clipboard-write"],
    }),
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  contexts.add(context);
  if (storage === "forbidden") await context.addInitScript(FORBID_STORAGE);
  if (storage === "full") await context.addInitScript(FILL_STORAGE);
  if (!wasm) await context.addInitScript(REMOVE_WASM);
  await context.addInitScript((entries) => {
    // Not in the empty document that a browser starts with.
    if (!location.protocol.startsWith("http")) return;
    for (const [key, value] of entries) localStorage.setItem(key, value);
  }, Object.entries(chosen));
  for (const name of block) {
    await context.route(`**/${name}*`, (route) => route.abort("connectionrefused"));
  }
  const page = await context.newPage();
  if (FIREFOX) typeInstead(page);
  const address = at ?? await origin(base);
  const noted = note(page, new URL(address).origin);
  await page.goto(address + path, { waitUntil: "load" });
  if (wait) await page.waitForSelector("#loading", { state: "detached" });
  return { page, context, noted, address };
}

/** Fails if the page complained, broke, missed a file or asked another origin for anything. */
export function quiet(noted) {
  const nothing = { consoleErrors: [], pageErrors: [], foreignRequests: [], failedRequests: [] };
  assert.deepEqual(noted, nothing);
}

/** Fails on serious and critical accessibility findings; prints the milder ones. */
export async function axe(page, selector) {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(source);
  const findings = await page.evaluate(
    async (within) => (await globalThis.axe.run(within ?? document)).violations,
    selector,
  );
  const told = findings.map(
    ({ impact, id, help, nodes }) =>
      `${impact} ${id}: ${help}\n      ${nodes.map((node) => node.target.join(" ")).join("\n      ")}`,
  );
  const grave = told.filter((_, at) => ["serious", "critical"].includes(findings[at].impact));
  for (const mild of told.filter((each) => !grave.includes(each))) console.log(`    axe, ${mild}`);
  assert.deepEqual(grave, [], "axe has serious or critical findings");
}

/** Fails if the page can be scrolled sideways, and names what sticks out. */
export async function noHorizontalScroll(page) {
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    return wide.slice(0, 5).map((element) => {
      const { right } = element.getBoundingClientRect();
      return `${element.tagName.toLowerCase()}.${element.getAttribute("class")} to ${right} px`;
    });
  });
  assert.deepEqual(found, [], "the page is wider than its window");
}

/** Writes a picture of the window, or of the whole page, to tests/browser/shots. */
export async function shot(page, name, { fullPage = false } = {}) {
  await mkdir(SHOTS, { recursive: true });
  const path = `${SHOTS}${name}.png`;
  await page.screenshot({ path, fullPage });
  return path;
}
