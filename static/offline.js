// Keeps the page for use without a network, and offers a newer build when one lies ready.
//
// boot.js imports it when the app runs and the browser is idle. A newer build never takes a page
// away from somebody: it is offered, the offer can be put off, and the next visit makes it again.

const offer = document.getElementById("update");
const workers = navigator.serviceWorker;

/** Shows the offer; `accept` is what the button does. */
function show(accept) {
  const words = offer.firstElementChild;
  const [reload, later] = words.querySelectorAll("button");
  reload.onclick = () => {
    reload.disabled = true;
    accept();
  };
  later.onclick = () => {
    words.hidden = true;
  };
  words.hidden = false;
}

/** Offers the worker that waits. */
function propose(registration) {
  const { waiting } = registration;
  if (!waiting || !workers.controller) return;
  show(() => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("switch");
  });
}

function watch(registration) {
  propose(registration);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed") propose(registration);
    });
  });
}

export async function keep() {
  let controlled = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    // Another tab has switched. This one goes on as it is, with what it has loaded.
    if (controlled) show(() => location.reload());
    controlled = true;
  });
  watch(await workers.register("./service-worker.js"));
}
