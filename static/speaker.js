// The speaker's notes: shows what the presentation in the other window tells, and hands it the keys
// of a remote. All words come from there, as text and never as markup.

const channel = new BroadcastChannel("strata-notes");
const waiting = document.getElementById("waiting");
const notes = document.getElementById("notes");
const heading = notes.querySelector("h1");
const list = notes.querySelector("dl");
const clock = notes.querySelector("time");

function show({ language, title, lines }) {
  document.documentElement.lang = language;
  document.title = `Strata: ${title}`;
  heading.textContent = title;
  const known = [...list.children];
  for (const [at, [term, words]] of lines.entries()) {
    const line = known[at] ?? list.appendChild(document.createElement("div"));
    line.replaceChildren(document.createElement("dt"), document.createElement("dd"));
    line.firstChild.textContent = term;
    line.lastChild.textContent = words;
  }
  for (const spare of known.slice(lines.length)) spare.remove();
}

channel.addEventListener("message", ({ data }) => {
  if (typeof data === "string") return;
  waiting.hidden = data !== null;
  notes.hidden = data === null;
  if (data !== null) show(data);
});

addEventListener("keydown", (event) => {
  const step = { PageDown: "next", PageUp: "previous" }[event.key];
  if (!step || notes.hidden) return;
  event.preventDefault();
  channel.postMessage(step);
});

function tick() {
  const now = new Date();
  clock.dateTime = now.toISOString();
  clock.textContent = now.toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" });
}
tick();
setInterval(tick, 5000);
channel.postMessage("hello");
