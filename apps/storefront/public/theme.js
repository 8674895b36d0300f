// Runs before the first paint, so that a dark page never flashes white. An own file because the content
// security policy forbids inline scripts. The only place that decides which theme is on.
(function () {
  var system = matchMedia('(prefers-color-scheme: dark)');

  function apply() {
    var chosen = null;
    try {
      chosen = localStorage.getItem('souk.theme');
    } catch {
      // Storage may be blocked; the system's setting stays.
    }
    var dark = chosen ? chosen === 'dark' : system.matches;
    document.documentElement.classList.toggle('dark', dark);
    var bar = document.querySelector('meta[name="theme-color"]');
    if (bar) bar.setAttribute('content', dark ? '#171411' : '#FBF8F3');
  }

  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('souk:theme', apply);
})();
