// The Firefox that people have, driven by playwright through WebDriver BiDi.
//
// playwright also speaks to a Firefox of its own, which is another program. Its way to a stock one
// asks for one thing that Firefox does not know yet, colours by the system's preference, and gives
// up without. So that one request is answered here; journeys in Firefox choose a theme in the page.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { firefox } from "playwright-core";

const UNKNOWN = "emulation.setMediaFeaturesOverride";

const require = createRequire(import.meta.url);
const { ws } = require(join(dirname(require.resolve("playwright-core/package.json")), "lib/utilsBundle.js"));
const { send } = ws.prototype;

ws.prototype.send = function answerOrSend(data, ...rest) {
  const asked = String(data).includes(UNKNOWN) ? JSON.parse(data) : undefined;
  if (asked?.method !== UNKNOWN) return send.call(this, data, ...rest);
  const answer = JSON.stringify({ type: "success", id: asked.id, result: {} });
  setImmediate(() => this.emit("message", Buffer.from(answer), false));
};

/** Starts Firefox; FIREFOX names the program. */
export function launchFirefox() {
  return firefox.launch({
    channel: "moz-firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    firefoxUserPrefs: {
      // Nothing but this machine can be reached, whatever a page or the browser itself tries.
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": 9,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": 9,
      "network.proxy.allow_hijacking_localhost": false,
      "network.proxy.no_proxies_on": "localhost, 127.0.0.1",
    },
  });
}
