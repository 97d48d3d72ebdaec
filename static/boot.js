// Starts the app, or says in plain words why it cannot.
// The build writes the digest of the whole build into this script's query; what it loads gets the
// same query, so that glue and WebAssembly in a browser's cache are always of one build.

const stamp = new URL(import.meta.url).search;

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

start().catch(explain);
