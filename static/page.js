// On wide screens each note stands at the line of its statement, pushed down by the one above; a statement and
// its note light up together. Without this script the notes stand beside their paragraph, complete. On narrow
// screens the legend is folded, so that the text begins sooner.
(function () {
  "use strict";
  const matn = document.getElementById("matn");
  if (!matn) return;
  if (location.search.includes("hits=")) {
    const script = document.createElement("script"); // marks what a search matched
    script.src = document.currentScript.src.replace("page.js", "page-hits.js");
    document.head.append(script);
  }
  const wide = matchMedia("screen and (min-width: 62.01rem)");
  const notes = [...matn.querySelectorAll(".notes > li")];
  const marksOf = (note) => matn.querySelectorAll(`[data-n="${note}"]`);
  const between = 12; // pixels
  const far = 96; // pixels; notes that would push one farther from its line do without day and quotation

  function pack() {
    matn.classList.toggle("packed", wide.matches);
    matn.style.minBlockSize = "";
    if (!wide.matches) {
      for (const note of notes) note.style.insetBlockStart = "";
      return;
    }
    const top = matn.getBoundingClientRect().top;
    const lines = notes.map((note) => marksOf(note.id)[0].getClientRects()[0].top - top);
    const heights = (tight) => {
      for (const note of notes) note.classList.toggle("tight", tight);
      return notes.map((note) => note.offsetHeight + between);
    };
    const [low, high] = [heights(true), heights(false)];
    const tops = settle(lines, high, low);
    notes.forEach((note, index) => {
      note.style.insetBlockStart = `${tops[index]}px`;
      note.classList.toggle("tight", high[index] === low[index]);
    });
    if (tops.length) matn.style.minBlockSize = `${tops.at(-1) + high.at(-1)}px`;
  }

  // The heights at which notes of these sizes stand, each at its line or below the one above.
  function stacked(lines, sizes) {
    let free = 0;
    return lines.map((line, index) => {
      const top = Math.max(free, line);
      free = top + sizes[index];
      return top;
    });
  }

  // The same, where notes that push another too far from its line are low instead of high: the nearest above it
  // first, those with a contradiction last.
  function settle(lines, high, low) {
    for (;;) {
      const tops = stacked(lines, high);
      const pushing = lines.map((line, index) => {
        if (tops[index] - line <= far) return [];
        const first = tops.findLastIndex((top, at) => at < index && top === lines[at]);
        const above = [...high.keys()].slice(first, index).filter((at) => high[at] > low[at]);
        return above.reverse();
      });
      const found = pushing.find((above) => above.length);
      if (!found) return tops;
      const chosen = found.find((at) => !notes[at].querySelector(".contradicts")) ?? found[0];
      high[chosen] = low[chosen];
    }
  }

  function light(on) {
    return (event) => {
      const found = event.target.closest("[data-n], .notes > li");
      if (!found) return;
      const note = found.dataset.n || found.id;
      for (const mark of marksOf(note)) mark.classList.toggle("on", on);
      const beside = document.getElementById(note);
      if (beside) beside.classList.toggle("on", on);
    };
  }

  if (!wide.matches) document.querySelector(".legend").open = false;
  pack();
  addEventListener("resize", pack);
  wide.addEventListener("change", pack);
  matn.addEventListener("toggle", pack, true);
  if (document.fonts) document.fonts.ready.then(pack);
  matn.addEventListener("mouseover", light(true));
  matn.addEventListener("mouseout", light(false));
  matn.addEventListener("focusin", light(true));
  matn.addEventListener("focusout", light(false));
})();
