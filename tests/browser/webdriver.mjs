// A WebKit of this machine, driven by the WebDriver protocol: as much of it as a smoke journey
// takes. WebKitGTK draws into a window, so a virtual screen is started where there is none.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

const WAIT_MS = 60_000;
const AGAIN_MS = 200;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const pause = (span) => new Promise((done) => setTimeout(done, span));

/** A port that was free a moment ago. */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Starts a virtual screen and gives its name, or the screen that there is. */
async function screen(children) {
  if (process.env.DISPLAY) return process.env.DISPLAY;
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  children.push(server);
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.stdio[3].once("data", (number) => done(`:${String(number).trim()}`));
  });
}

/** Asks until there is an answer that is something. */
export async function until(ask, what) {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${WAIT_MS / 1000} s for ${what}`);
    await pause(AGAIN_MS);
  }
}

/** Starts the driver and a window of the browser; `close` ends both. */
export async function openWebKit() {
  const children = [];
  const end = () => children.reverse().forEach((child) => child.kill());
  try {
    const port = await freePort();
    const environment = {
      ...process.env,
      DISPLAY: await screen(children),
      GDK_BACKEND: "x11",
      LANGUAGE: "en",
      // No graphics card, no session bus.
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      NO_AT_BRIDGE: "1",
    };
    const driver = spawn(process.env.WEBKIT_DRIVER ?? "WebKitWebDriver", [`--port=${port}`],
      { env: environment, stdio: "ignore" });
    const failed = new Promise((_, fail) => driver.once("error", fail));
    failed.catch(() => {});
    children.push(driver);
    const ask = async (method, path, body) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { "Content-Type": "application/json" },
        body: body && JSON.stringify(body),
      });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`${path}: ${value.error}, ${value.message}`);
      return value;
    };
    await Promise.race([failed, until(() => ask("GET", "/status"), "WebKitWebDriver")]);
    const capabilities = { alwaysMatch: {} };
    const { sessionId, capabilities: given } = await ask("POST", "/session", { capabilities });
    const at = `/session/${sessionId}`;
    return {
      version: `${given.browserName} ${given.browserVersion}`,
      go: (url) => ask("POST", `${at}/url`, { url }),
      /** Runs the body of a function in the page and gives what it returns. */
      run: (script, ...args) => ask("POST", `${at}/execute/sync`, { script, args }),
      click: async (selector) => {
        const found = await ask("POST", `${at}/element`, { using: "css selector", value: selector });
        await ask("POST", `${at}/element/${found[ELEMENT]}/click`, {});
      },
      close: async () => {
        await ask("DELETE", at).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
