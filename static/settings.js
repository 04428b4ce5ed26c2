// The first script of every page. What all scripts make elements and load further scripts with; then what a reader has
// chosen, before anything is shown: theme, size of the text, digits, kinds of marks, language. Kept on this device
// (localStorage); where nothing can be kept, a choice holds for the page. Digits change in the archive's own words,
// never in the sources'. The interface's language is offered, not forced. And the keys that every page has.
"use strict";

// An element. An attribute that is a function hears the event of its name, one that is undefined is left out; so are
// children that are false or undefined, and those that are lists stand for what is in them.
function musnad_element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat(2).filter((child) => (child ?? false) !== false));
  return made;
}

// Another script, of this folder or of another, loaded once; one that fails may be asked for again.
const musnad_folder = document.currentScript.src.replace(/[^/]*$/, "");
const musnad_scripts = new Map();
function musnad_script(name, folder = musnad_folder) {
  const src = `${folder}${name}.js`;
  if (!musnad_scripts.has(src)) {
    musnad_scripts.set(src, new Promise((load, reject) => {
      const error = () => {
        musnad_scripts.delete(src);
        reject(new Error(name));
      };
      document.head.append(musnad_element("script", { src, load, error }));
    }));
  }
  return musnad_scripts.get(src);
}

(function () {
  const KEY = "musnad";
  const root = document.documentElement;
  const ATTRIBUTES = ["theme", "size", "digits", "tongue"]; // of the root, which the style sheets read
  const SOURCES = ".words, .t, bdi[dir=ltr], .settings, code, pre, script, style, textarea, .sum"; // not the archive's words
  const DRAWN = ".pn, .ref a"; // numbers that the style sheet draws
  const EASTERN = "٠١٢٣٤٥٦٧٨٩";
  let kept = {};
  try {
    kept = Object(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    kept = {}; // no storage here, or somebody else's
  }

  function keep(name, value) {
    kept[name] = value;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      return; // a device that keeps nothing
    }
  }

  function dress() {
    for (const name of ATTRIBUTES) {
      if (typeof kept[name] === "string") root.dataset[name] = kept[name];
      else delete root.dataset[name];
    }
  }

  // The parser may pause anywhere: what was added may be the very element, not only one around it.
  const among = (node, selector) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)];

  // ---- digits ----
  const turned = new Map(); // texts and attributes -> what stood in them
  const eastern = (text) =>
    text
      .replace(/(\d),(?=\d{3})/g, "$1٬")
      .replace(/(\d)\.(?=\d)/g, "$1٫")
      .replace(/(\d)%/g, "$1٪")
      .replace(/\d/g, (digit) => EASTERN[digit]);

  function turn(node) {
    if (kept.digits !== "eastern") return;
    if (node.nodeType === Node.ELEMENT_NODE) {
      for (const one of among(node, DRAWN)) turn(one.attributes["data-n"]);
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) turn(texts.currentNode);
    } else if (/\d/.test(node.nodeValue) && (node.ownerElement || node.parentElement?.closest(SOURCES) === null)) {
      turned.set(node, node.nodeValue);
      node.nodeValue = eastern(node.nodeValue);
    }
  }

  function turnBack() {
    for (const [node, was] of turned) if (node.nodeValue === eastern(was)) node.nodeValue = was;
    turned.clear();
  }

  // ---- what stands in the page, as it is parsed, so that nothing is seen to change ----
  function set(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const one of among(node, ".legend input")) {
      if (kept.marks && typeof kept.marks[one.id] === "boolean") one.checked = kept.marks[one.id];
    }
    for (const legend of among(node, ".legend")) {
      // Folded on narrow screens, so that the text begins sooner.
      if (!matchMedia("(min-width: 62.01rem)").matches) legend.open = false;
    }
    for (const one of among(node, ".settings input")) {
      one.checked = one.type === "checkbox" ? kept[one.name] !== "off" : (kept[one.name] ?? "usual") === one.value;
    }
  }

  if (location.protocol === "file:") {
    const faces = musnad_element("link", { rel: "stylesheet", href: `${musnad_folder}faces.css` });
    document.addEventListener("DOMContentLoaded", () => document.head.append(faces)); // after site.css
  }
  // A hosted site is kept for reading without a network; not one that reloads as it is written.
  if ("offline" in root.dataset && location.protocol !== "file:" && navigator.serviceWorker) {
    const keeper = new URL("../sw.js", document.currentScript.src);
    addEventListener("load", () => window.LiveReload || navigator.serviceWorker.register(keeper).catch(() => {}));
  }

  dress();
  root.classList.add("scripted");
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") turn(change.target);
      for (const node of change.addedNodes) {
        set(node);
        turn(node);
      }
    }
  }).observe(root, { childList: true, subtree: true, characterData: true });

  document.addEventListener("change", (event) => {
    const one = event.target;
    if (one.closest(".legend")) {
      const marks = {};
      for (const each of document.querySelectorAll(".legend input")) {
        if (each.checked !== each.defaultChecked) marks[each.id] = each.checked;
      }
      keep("marks", marks);
    }
    if (!one.closest(".settings")) return;
    keep(one.name, one.type === "checkbox" ? (one.checked ? "on" : "off") : one.value);
    dress();
    if (one.name === "digits") {
      turnBack();
      turn(document.body);
    }
    dispatchEvent(new Event("resize")); // notes find their lines anew
  });
  document.addEventListener("click", (event) => {
    const tongue = event.target.closest(".tongue");
    if (tongue) keep("tongue", tongue.lang);
    const settings = document.querySelector(".settings[open]");
    if (settings && !settings.contains(event.target)) settings.open = false;
    if (event.target.closest(".ask")) help();
  });

  // ---- keys ----
  function help() {
    const dialog = document.getElementById("keys");
    if (dialog.open) dialog.close();
    else dialog.showModal();
  }

  // The key without modifiers, as its Latin name on either keyboard; nothing while somebody types, or in a dialog, nor a
  // letter or sign for a reader who does without.
  const ARABIC = { "؟": "?", ظ: "/", ت: "j", ن: "k", ى: "n", ح: "p" };
  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return "";
    if (kept.keys === "off" && event.key.length === 1) return "";
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog")) return "";
    return ARABIC[event.key] ?? event.key.toLowerCase();
  }
  addEventListener("keydown", (event) => {
    const settings = document.querySelector(".settings[open]");
    if (event.key === "Escape" && settings) {
      settings.open = false;
      settings.querySelector("summary").focus();
    }
    const key = pressed(event);
    if (key === "?") help();
    else if (key === "/") {
      event.preventDefault();
      const field = document.getElementById("q");
      if (field) field.focus();
      else document.querySelector(".bar a[href$='search.html']").click();
    } else if (key) document.dispatchEvent(new CustomEvent("musnad:key", { detail: key }));
  });
})();
