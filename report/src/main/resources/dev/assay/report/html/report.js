"use strict";
(function () {
  var root = document.documentElement;
  var theme = document.getElementById("theme");
  function dark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function label() { theme.textContent = dark() ? "Light" : "Dark"; }
  theme.hidden = false;
  label();
  theme.addEventListener("click", function () { root.dataset.theme = dark() ? "light" : "dark"; label(); });

  var form = document.getElementById("filters");
  var list = document.getElementById("list");
  var cases = Array.prototype.slice.call(list.children);
  if (cases.length === 0) { return; }
  form.hidden = false;
  var inputs = ["q", "severity", "kind", "standard", "order"].map(function (id) { return document.getElementById(id); });
  var text = new Map();
  function textOf(item) {
    if (!text.has(item)) { text.set(item, item.textContent.toLowerCase()); }
    return text.get(item);
  }
  function apply() {
    var q = inputs[0].value.trim().toLowerCase(), severity = inputs[1].value, kind = inputs[2].value, standard = inputs[3].value;
    var shown = 0;
    cases.forEach(function (item) {
      var d = item.dataset;
      var ok = (!severity || d.severity === severity) && (!kind || d.kind === kind) &&
        (!standard || (" " + d.standards + " ").indexOf(" " + standard + " ") >= 0) && (!q || textOf(item).indexOf(q) >= 0);
      item.hidden = !ok;
      if (ok) { shown++; }
    });
    document.getElementById("shown").textContent = shown + " of " + cases.length + " shown";
    var by = inputs[4].value;
    cases.sort(function (a, b) {
      if (by === "count" && a.dataset.count !== b.dataset.count) { return b.dataset.count - a.dataset.count; }
      if (by === "severity" && a.dataset.rank !== b.dataset.rank) { return a.dataset.rank - b.dataset.rank; }
      return a.id < b.id ? -1 : 1;
    }).forEach(function (item) { list.appendChild(item); });
  }
  function fromFragment() {
    if (location.hash.indexOf("=") < 0) { return; }
    var wanted = new URLSearchParams(location.hash.slice(1));
    inputs.forEach(function (input) { if (wanted.has(input.id)) { input.value = wanted.get(input.id); } });
    apply();
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  addEventListener("hashchange", fromFragment);
  addEventListener("beforeprint", function () { cases.forEach(function (item) { item.open = true; }); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/INPUT|SELECT/.test(document.activeElement.tagName)) { event.preventDefault(); inputs[0].focus(); }
  });
  apply();
  fromFragment();
})();
