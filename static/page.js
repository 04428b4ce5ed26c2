// On wide screens each note stands at the line of its statement, pushed down by the one above; a statement and
// its note light up together. Without this script the notes stand beside their paragraph, complete. On narrow
// screens the legend is folded, so that the text begins sooner.
(function () {
  "use strict";
  const matn = document.getElementById("matn");
  if (!matn) return;
  const wide = matchMedia("screen and (min-width: 62.01rem)");
  const notes = [...matn.querySelectorAll(".notes > li")];
  const marksOf = (note) => matn.querySelectorAll(`[data-n="${note}"]`);
  const between = 12; // pixels

  function pack() {
    matn.classList.toggle("packed", wide.matches);
    matn.style.minBlockSize = "";
    if (!wide.matches) {
      for (const note of notes) note.style.insetBlockStart = "";
      return;
    }
    const top = matn.getBoundingClientRect().top;
    const lines = notes.map((note) => marksOf(note.id)[0].getClientRects()[0].top - top);
    let free = 0;
    notes.forEach((note, index) => {
      const at = Math.max(free, lines[index]);
      note.style.insetBlockStart = `${at}px`;
      free = at + note.offsetHeight + between;
    });
    matn.style.minBlockSize = `${free}px`;
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
