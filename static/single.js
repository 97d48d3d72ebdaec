// Starts Strata where it is one file: the first script of the page that `tools/single.mjs` packs.
//
// What lies beside the page elsewhere lies inside of it here, packed, in script elements that no
// browser runs. Each file gets an address of its own, a blob, and whoever would fetch it by name
// gets it: programs by their rewritten scripts, texts by `fetch`.

const packed = new Map([...document.querySelectorAll("script[data-file]")]
  .map((element) => [element.dataset.file, element]));
const TYPES = { js: "text/javascript", wasm: "application/wasm", html: "text/html", txt: "text/plain" };
const blobs = new Map();
const addresses = new Map();

/** The content of a file in the page, with the type that its name ends in. */
async function unpack(name) {
  const bytes = Uint8Array.from(atob(packed.get(name).textContent), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const content = await new Response(plain).arrayBuffer();
  return new Blob([content], { type: TYPES[name.split(".").pop()] });
}

function blob(name) {
  if (!blobs.has(name)) blobs.set(name, unpack(name));
  return blobs.get(name);
}

/**
 * The address of a file, in which the marks of other files have become their addresses; `read`
 * gives a file by its name. It is also written into workers, so that it knows nothing around it.
 */
async function locate(name, read, addresses) {
  if (addresses.has(name)) return addresses.get(name);
  let content = await read(name);
  if (content.type === "text/javascript") {
    let text = await content.text();
    for (const [mark, other] of text.matchAll(/@packed:([\w.-]+)@/g)) {
      text = text.replaceAll(mark, await locate(other, read, addresses));
    }
    content = new Blob([text], { type: content.type });
  }
  const url = URL.createObjectURL(content);
  addresses.set(name, url);
  return url;
}

/** A file and all that it names, by their names. */
async function gather(name, files = new Map()) {
  if (files.has(name)) return files;
  const content = await blob(name);
  files.set(name, content);
  const text = content.type === TYPES.js ? await content.text() : "";
  for (const [, other] of text.matchAll(/@packed:([\w.-]+)@/g)) await gather(other, files);
  return files;
}

// A worker of a page from a disk has an origin of its own and may read none of the page's
// addresses, and some browsers start no module there. So it begins as a plain script, is given the
// files, and makes its own addresses.
const BEGIN = `${locate}
onmessage = async ({ data: [name, files] }) => {
  onmessage = null;
  await import(await locate(name, async (other) => files.get(other), new Map()));
};`;

const Outside = globalThis.Worker;
globalThis.Worker = class extends Outside {
  constructor(asked, options) {
    const name = named(asked);
    super(name ? URL.createObjectURL(new Blob([BEGIN], { type: TYPES.js })) : asked,
      name ? undefined : options);
    if (name) gather(name).then((files) => this.postMessage([name, files]));
  }
};

/** The name of a file in the page that an address beside the page means, or nothing. */
function named(asked) {
  const name = /^\.\/([\w.-]+)/.exec(String(asked))?.[1];
  return packed.has(name) ? name : undefined;
}

const outside = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (asked, options) => {
  const name = named(asked);
  return name ? new Response(await blob(name)) : outside(asked, options);
};

async function start() {
  for (const meta of document.querySelectorAll("meta[content^='./']")) {
    const name = named(meta.content);
    // A worker is asked for by its name; see above.
    if (name && meta.name !== "worker") meta.content = await locate(name, blob, addresses);
  }
  await import(await locate("boot.js", blob, addresses));
}

start().catch((error) => {
  // Without the means to unpack, a browser is also too old for WebAssembly as it is used here.
  for (const paragraph of document.querySelectorAll("#fallback [data-reason]")) {
    paragraph.hidden = paragraph.dataset.reason !== "wasm";
  }
  document.getElementById("app").hidden = true;
  document.getElementById("fallback").hidden = false;
  console.error(error);
});
