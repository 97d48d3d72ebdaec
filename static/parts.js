// Starts the program of the parts that are fetched when they are opened, or tells the page that it
// cannot. Like boot.js it hands its own query on, so that all files are of one build.

// The build writes its digest here; see worker.js.
const BUILD = "unstamped";
const stamp = new URL(import.meta.url).search;

const tell = (detail) => document.dispatchEvent(new CustomEvent("strata-wish", { detail }));

async function start() {
  // A second try is another module, which has a word of its own behind the digest.
  if (!stamp.startsWith(`?v=${BUILD}`)) return tell("outdated");
  const glue = await import(`./strata-parts.js${stamp}`);
  const url = new URL(`./strata-parts_bg.wasm${stamp}`, import.meta.url);
  await glue.default({ module_or_path: url });
}

start().catch((error) => {
  console.error(error);
  tell("missing");
});
