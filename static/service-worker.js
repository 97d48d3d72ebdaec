// Keeps the files of one build, so that Strata opens without a network.
//
// One build is served whole from its own store or not at all: what is asked for with the digest of
// another build goes to the network, and never gets a file that only has the same name. A newer
// build is fetched beside the old one and waits until the page asks for it, so that no lesson is
// interrupted.

// The build writes its digest and its files here.
const BUILD = "unstamped";
const FILES = [];

// A site may hold several copies of Strata, and other things; only the stores of this folder are
// touched.
const OURS = `strata ${registration.scope} `;
const STORE = OURS + BUILD;

/** The address that a file is stored under: without a query, and the page as its folder. */
function key(address) {
  const url = new URL(address);
  const page = url.pathname.endsWith("/index.html");
  return url.origin + (page ? url.pathname.slice(0, -"index.html".length) : url.pathname);
}

/** A copy that a browser accepts for a page even where the host answered by way of another address. */
async function plain(response) {
  if (!response.redirected) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.blob(), { status, statusText, headers });
}

async function fill() {
  const store = await caches.open(STORE);
  await Promise.all(FILES.map(async (name) => {
    const url = new URL(name, registration.scope);
    // What the page has fetched already is asked about and not fetched again.
    const response = await fetch(`${url}?v=${BUILD}`, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    await store.put(key(url), await plain(response));
  }));
  // A server may be in the middle of getting a newer build.
  const page = await (await store.match(registration.scope)).text();
  if (!page.includes(`?v=${BUILD}`)) throw new Error("the files are of several builds");
}

async function forget() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== STORE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The stored answer to a request, or nothing. */
async function stored(request) {
  const build = new URL(request.url).searchParams.get("v");
  if (request.mode !== "navigate" && build !== null && build !== BUILD) return undefined;
  return (await caches.open(STORE)).match(key(request.url), { ignoreVary: true });
}

addEventListener("install", (event) => {
  event.waitUntil(fill().catch(async (error) => {
    await caches.delete(STORE);
    throw error;
  }));
});

addEventListener("activate", (event) => {
  event.waitUntil(forget().then(() => clients.claim()));
});

addEventListener("message", (event) => {
  if (event.data === "switch") event.waitUntil(skipWaiting());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(stored(request).then((found) => found ?? fetch(request)));
});
