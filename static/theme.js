// Theme and language before the first paint, so that neither flashes when the app starts.
// A classic script in the head: it must run, and must not fail, in browsers that can run no more.
(function () {
  function stored(key) {
    try {
      // Written as JSON or as bare text; both are read.
      return (localStorage.getItem(key) || "").replace(/"/g, "");
    } catch (forbidden) {
      return "";
    }
  }
  // What the address asks for holds for this visit.
  function asked(name) {
    var found = new RegExp("[?&]" + name + "=([a-z]+)").exec(location.search);
    return found ? found[1] : "";
  }
  var root = document.documentElement;
  var theme = asked("theme") || stored("strata.theme");
  root.setAttribute("data-theme", ["light", "dark", "projector"].includes(theme) ? theme : "auto");
  var language = asked("lang") || stored("strata.language");
  if (language !== "en" && language !== "ko") {
    language = /^ko\b/i.test(navigator.language || "") ? "ko" : "en";
  }
  root.lang = language;
})();
