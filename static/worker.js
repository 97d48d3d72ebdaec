// Starts the second program, for long work and exports, or tells the page that it cannot.
// Like boot.js it hands its own query on, so that all files of a browser's cache are of one build.

// The build writes its digest here. A page that was opened before the server got another build has
// another one in its query, and the two would not understand each other.
const BUILD = "unstamped";
const stamp = new URL(import.meta.url).search;

async function start() {
  if (stamp !== `?v=${BUILD}`) return postMessage("outdated");
  const glue = await import(`./strata-worker.js${stamp}`);
  const url = new URL(`./strata-worker_bg.wasm${stamp}`, import.meta.url);
  await glue.default({ module_or_path: url });
}

start().catch((error) => {
  console.error(error);
  postMessage("missing");
});
