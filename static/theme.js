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
  var root = document.documentElement;
  var theme = stored("strata.theme");
  root.setAttribute("data-theme", ["light", "dark", "projector"].includes(theme) ? theme : "auto");
  var language = stored("strata.language");
  if (language !== "en" && language !== "ko") {
    language = /^ko\b/i.test(navigator.language || "") ? "ko" : "en";
  }
  root.lang = language;
})();
