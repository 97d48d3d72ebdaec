// Starts the app, or says in plain words why it cannot.
// The build writes the digest of the whole build into this script's query; what it loads gets the
// same query, so that glue and WebAssembly in a browser's cache are always of one build.

const stamp = new URL(import.meta.url).search;

// A first visit has better use for its network in the first seconds.
const AFTER_MS = 2000;

/** Why the app is not there: the name of a paragraph of #fallback. */
class Failure extends Error {
  constructor(reason, cause) {
    super(`Strata did not start (${reason})`, { cause });
    this.reason = reason;
  }
}

const because = (reason) => (cause) => {
  throw new Failure(reason, cause);
};

async function fetchModule() {
  const url = new URL(`./strata_bg.wasm${stamp}`, import.meta.url);
  const response = await fetch(url).catch(because("load"));
  if (!response.ok) throw new Failure("load", response.status);
  return response;
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Failure("wasm");
  const glue = await import(`./strata.js${stamp}`).catch(because("load"));
  await glue.default({ module_or_path: await fetchModule() });
}

function explain(error) {
  const old = globalThis.WebAssembly && error instanceof WebAssembly.CompileError;
  const reason = error.reason ?? (old ? "wasm" : "start");
  const fallback = document.getElementById("fallback");
  for (const paragraph of fallback.querySelectorAll("[data-reason]")) {
    paragraph.hidden = paragraph.dataset.reason !== reason;
  }
  document.getElementById("app").hidden = true;
  fallback.hidden = false;
  console.error(error);
}

/** What can wait until somebody has the app before them: keeping it for use without a network. */
async function afterwards() {
  // The single file has no manifest: it needs no network in any case. A frame keeps nothing.
  const able = "serviceWorker" in navigator && window === window.parent
    && document.querySelector("link[rel=manifest]") && !navigator.connection?.saveData;
  if (!able) return;
  await new Promise((done) => setTimeout(done, AFTER_MS));
  await new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));
  const offline = await import(`./offline.js${stamp}`);
  await offline.keep();
}

// Where nothing can be kept, as in a private window, the page is what it is without.
start().then(() => afterwards().catch(() => {}), explain);
