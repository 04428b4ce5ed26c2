// The words that a search matched, marked in the text of the page that it led to, with a way from one to the next.
// Only where the address has them: ?hits=word&hits=word+word, each in folded letters as the index has it.
// They are drawn over the text (CSS Custom Highlight API), so that no letter is parted from the next; where that is
// not there, whole words stand in <mark>.
"use strict";

(function () {
  const element = musnad_element, matn = document.getElementById("matn");
  const asked = new URLSearchParams(location.search).getAll("hits");
  if (!matn || !asked.length) return;
  const words = JSON.parse(matn.dataset.hits);
  const wanted = new Set(asked.map((run) => run.replaceAll(" ", "")));
  const LONGEST = 6; // words of a phrase that is looked for
  const NEAR = "اٱ يیېۍےۓێۑى هةہۂۃۀھەۿ وۆۇۈۋۉ كکڪګڭگڬݣ فڤڥڢ بپ جچ رڕ لڵ نںڼ"; // each group's first stands for it
  const near = new Map(NEAR.split(" ").flatMap((group) => [...group].map((letter) => [letter, group[0]])));

  // A word as the index folds it; see musnad/arabic/fold.py. Hamzas and vowel signs are marks once a letter is taken apart.
  function fold(word) {
    const parts = word.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}ـ]/gu, "");
    return [...parts].map((letter) => near.get(letter) ?? letter).join("")
      .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
  }

  // The words of the text in order: [folded, node, start, end]; a word stands in one block, perhaps in several nodes.
  function* tokens() {
    for (const block of matn.querySelectorAll(".words")) {
      const nodes = [], walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let text = "";
      while (walker.nextNode()) {
        nodes.push([text.length, walker.currentNode]);
        text += walker.currentNode.data;
      }
      const place = (at, end) => {
        const [from, node] = nodes.findLast(([start]) => start < at || (start === at && !end)) ?? nodes[0];
        return [node, at - from];
      };
      for (const found of text.matchAll(/[\p{L}\p{M}\p{Cf}ـ]+|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*/gu)) {
        const end = found.index + found[0].length;
        yield { form: fold(found[0]).replace(/[,٬](?=\d{3})/g, "").replace("٫", "."), block, from: place(found.index), to: place(end, true) };
      }
    }
  }

  function ranges() {
    const all = [...tokens()], found = [];
    for (let at = 0; at < all.length; at++) {
      let run = "";
      for (let last = at; last < Math.min(at + LONGEST, all.length) && all[last].block === all[at].block; last++) {
        run += all[last].form;
        if (!wanted.has(run)) continue;
        const range = document.createRange();
        range.setStart(...all[at].from);
        range.setEnd(...all[last].to);
        found.push(range);
        at = last;
        break;
      }
    }
    return found;
  }

  const hits = ranges();
  let now = -1;
  const drawn = "highlights" in CSS;
  const marks = []; // elements, where nothing can be drawn

  function draw() {
    if (!drawn) return marks.forEach((mark, at) => mark.classList.toggle("now", at === now));
    CSS.highlights.set("hits", new Highlight(...hits.filter((_, at) => at !== now)));
    CSS.highlights.set("hit-now", new Highlight(...hits.slice(now, now + 1)));
    return undefined;
  }

  // Whole words in <mark>, of each node a part; the last first, so that the places of others stay.
  function wrap() {
    for (const range of [...hits].reverse()) {
      const mark = element("mark", { class: "hit" });
      try {
        range.surroundContents(mark);
        marks.unshift(mark);
      } catch {
        marks.unshift(mark); // over the border of an element: not marked, but still gone to
      }
    }
  }

  const told = element("span", { role: "status" });
  const bar = element("div", { class: "hits", role: "region", "aria-label": words.title });

  function go(step) {
    if (!hits.length) return;
    now = (now + step + hits.length) % hits.length;
    draw();
    const node = hits[now].startContainer;
    for (let up = node.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    const box = hits[now].getBoundingClientRect();
    scrollTo({ top: scrollY + box.top - innerHeight / 3, behavior: "instant" });
    told.textContent = words.at.replace("{n}", now + 1).replace("{all}", hits.length);
  }

  function clear() {
    if (drawn) ["hits", "hit-now"].forEach((name) => CSS.highlights.delete(name));
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    bar.remove();
    document.removeEventListener("musnad:key", press);
    history.replaceState(null, "", location.pathname + location.hash);
  }

  // While there are hits, N and P go to them and not to statements, for this script hears keys before page.js.
  const KEYS = { n: () => go(1), p: () => go(-1), escape: clear };
  function press(event) {
    if (!KEYS[event.detail]) return;
    event.stopImmediatePropagation();
    KEYS[event.detail]();
  }

  function button(words, sign, action) {
    return element("button", { type: "button", title: words, "aria-label": words, click: action }, sign);
  }

  const sheet = element("link", { rel: "stylesheet", href: `${musnad_folder}page-hits.css` });
  document.head.append(sheet);
  if (!drawn) wrap();
  bar.append(button(words.previous, "↑", KEYS.p), button(words.next, "↓", KEYS.n), told, button(words.remove, "×", clear));
  document.body.append(bar);
  document.addEventListener("musnad:key", press);
  told.textContent = words.found.replace("{all}", hits.length);
  // The first hit of the place that the address names is where the reader is.
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const first = target ? hits.findIndex((range) => target.compareDocumentPosition(range.startContainer) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) : 0;
  now = Math.max(first, 0) - 1;
  draw();
})();
