// Notes of an article: on wide screens each stands at the line of its statement, or as near as its neighbours let it;
// a statement and its note light up together. Without script the notes stand beside their paragraph, complete.
(function () {
  "use strict";
  const matn = document.getElementById("matn");
  if (!matn) return;
  const wide = matchMedia("screen and (min-width: 62.01rem)");
  const notes = [...matn.querySelectorAll(".notes > li")];
  const marksOf = (note) => matn.querySelectorAll(`[aria-details=${note}]`);
  const between = 10; // pixels
  const far = 64; // pixels; notes farther from their lines than this make themselves smaller
  const FOLDS = ["", "tight", "bare"]; // without day and quotation; of the link its kind alone

  function fold(note, level) {
    for (const name of FOLDS.slice(1)) note.classList.toggle(name, FOLDS.indexOf(name) <= level);
  }

  function pack() {
    matn.classList.toggle("packed", wide.matches);
    matn.style.minBlockSize = "";
    if (!wide.matches || !matn.checkVisibility()) {
      for (const note of notes) note.style.insetBlockStart = "";
      return;
    }
    const top = matn.getBoundingClientRect().top;
    const lines = notes.map((note) => marksOf(note.id)[0].getClientRects()[0].top - top);
    const sizes = FOLDS.map((_, level) => {
      for (const note of notes) fold(note, level);
      return notes.map((note) => note.offsetHeight + between);
    });
    const { tops, levels } = settle(lines, sizes);
    notes.forEach((note, index) => {
      fold(note, levels[index]);
      note.style.insetBlockStart = `${tops[index]}px`;
    });
    if (tops.length) matn.style.minBlockSize = `${tops.at(-1) + sizes[levels.at(-1)].at(-1)}px`;
  }

  // The heights at which notes of these sizes stand below each other, the greatest distance from a line the least
  // there can be: isotonic regression by the largest error.
  function placed(lines, heights) {
    let above = 0;
    const free = lines.map((line, index) => {
      const own = line - above;
      above += heights[index];
      return own;
    });
    const most = free.map(((top) => (own) => (top = Math.max(top, own)))(-Infinity));
    const least = free.map(((top) => (_, at) => (top = Math.min(top, free.at(-1 - at))))(Infinity)).reverse();
    above = 0;
    return free.map((_, index) => {
      const top = above + Math.max(0, (most[index] + least[index]) / 2);
      above += heights[index];
      return top;
    });
  }

  // The same, where notes that stand too far off, and those that they touch, fold step by step: the one that gains
  // most first, those with a contradiction last.
  function settle(lines, sizes) {
    const levels = notes.map(() => 0);
    for (;;) {
      const heights = levels.map((level, index) => sizes[level][index]);
      const tops = placed(lines, heights);
      const off = (at) => Math.abs(tops[at] - lines[at]);
      const touch = (at) => at >= 0 && at < tops.length - 1 && tops[at + 1] - tops[at] - heights[at] < 1;
      const worst = [...lines.keys()].filter((at) => off(at) > far).sort((a, b) => off(b) - off(a));
      const found = worst.map((at) => {
        let [first, last] = [at, at];
        while (touch(first - 1)) first -= 1;
        while (touch(last)) last += 1;
        const gains = [];
        for (let one = first; one <= last; one += 1) {
          for (let level = levels[one] + 1; level < FOLDS.length; level += 1) {
            const gain = sizes[levels[one]][one] - sizes[level][one];
            if (gain > 0) gains.push({ one, level, gain, last: !!notes[one].querySelector(".contradicts") });
          }
        }
        return gains.sort((a, b) => a.last - b.last || a.level - b.level || b.gain - a.gain)[0];
      }).find(Boolean);
      if (!found) return { tops, levels };
      levels[found.one] = found.level;
    }
  }

  function light(on) {
    return (event) => {
      const found = event.target.closest("mark.claim, .ref a, .notes > li");
      if (!found) return;
      const note = found.matches("mark") ? found.getAttribute("aria-details") : found.id.replace("r", "n");
      for (const mark of marksOf(note)) mark.classList.toggle("on", on);
      const beside = document.getElementById(note);
      if (beside) beside.classList.toggle("on", on);
    };
  }

  // The next or the one before of what can be reached, from the focus or else from the top of the window.
  function step(selector, back) {
    const all = [...matn.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const at = document.activeElement;
    const past = (one) =>
      matn.contains(at) ? at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING : one.getBoundingClientRect().top >= 0;
    const next = all.findIndex((one) => one !== at && past(one));
    const found = back ? all.slice(0, next < 0 ? all.length : next).filter((one) => one !== at).at(-1) : all[next];
    if (found) found.focus();
  }
  const STEPS = { j: ["a.m", false], k: ["a.m", true], n: [".ref a", false], p: [".ref a", true] };
  document.addEventListener("musnad:key", (event) => {
    const to = STEPS[event.detail];
    if (to) step(...to);
  });

  pack();
  addEventListener("resize", pack);
  wide.addEventListener("change", pack);
  document.addEventListener("toggle", pack, true);
  addEventListener("load", pack);
  document.fonts.addEventListener("loadingdone", pack); // from the disk faces come when they come
  matn.addEventListener("mouseover", light(true));
  matn.addEventListener("mouseout", light(false));
  matn.addEventListener("focusin", light(true));
  matn.addEventListener("focusout", light(false));
})();
