// A card over the mark or the reference under the pointer or the focus: of a name, date or figure what it means, which
// rule made it, how sure it is; of a statement its note. Its words come from the notes and from the register at the
// page's foot, which are complete without this script. On a touch screen the first touch shows the card, the second
// follows the link.
(function () {
  "use strict";
  const element = musnad_element;
  const matn = document.querySelector("article");
  const legend = document.querySelector(".legend");
  const register = document.getElementById("register");
  if (!matn || !legend) return;

  const switches = [...legend.querySelectorAll("input")];
  const card = element("div", { class: "card", id: "card", role: "tooltip", hidden: "" });
  document.getElementById("main").append(card);
  let shown = null;
  let later = 0;

  const how = (...words) => element("span", { class: "how" }, ...words);
  // Where a mark's or a reference's meaning stands.
  const entry = (mark) => document.getElementById(mark.getAttribute("aria-details") ?? mark.hash.slice(1));

  // A mark's part of the card: the title of the first mark of its entry, what the entry has more to tell; a statement's:
  // its whole note, however much of it is folded (nothing in a card can be followed). Then the rule, how sure it is.
  function part(mark) {
    let own = entry(mark);
    let made;
    if (own.matches(".notes > li")) {
      made = own.firstElementChild.cloneNode(true);
      made.querySelector(".no").remove();
      for (const link of made.querySelectorAll("a")) link.replaceWith(...link.childNodes);
      own = register.querySelector(`[href="#${own.id}"]`);
    } else {
      const { title, dataset } = matn.querySelector(`:is([aria-details=${own.id}], [href="#${own.id}"]):is([title], [data-title])`);
      const told = title || dataset.title, means = own.firstChild.textContent; // the title of words that mean themselves is their kind
      made = element("p", {}, element("b", {}, told.endsWith(means) ? told : `${told}: ${means}`),
        ...[...own.querySelectorAll("span")].map((detail) => how(detail.textContent)));
    }
    const [rule, sure] = own.closest("ul").previousElementSibling.childNodes;
    made.append(how(`${register.dataset.how} ${rule.data.trim()}`), how(`${register.dataset.sure} ${sure.textContent}`));
    return made;
  }

  // Whether a note can be read where it stands.
  function read(note) {
    const { top, bottom } = note.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && !note.matches(".tight, .bare, .again");
  }

  // A mark keeps its title for the card alone, so that it is not told twice.
  function hush(mark) {
    if (mark.title) mark.dataset.title = mark.title;
    mark.removeAttribute("title");
  }

  // Whether the legend has a mark switched off, or there is nothing to tell that is not seen.
  function off(mark) {
    if (mark.matches(".ref a")) return false;
    const kind = switches.find((one) => mark.classList.contains(one.id.slice(2)));
    return !kind.checked || document.getElementById("k-quiet").checked || (mark.matches("mark") && read(entry(mark)));
  }

  // Above the line, over what has been read; below where there is no room. `height` is the pointer's: a mark may begin
  // on one line and end on the next.
  function show(mark, height) {
    clearTimeout(later);
    if (mark === shown) return;
    hide();
    const marks = [];
    for (let at = mark; at && at !== matn; at = at.parentElement.closest(".m")) marks.push(at);
    marks.forEach(hush);
    card.replaceChildren(...marks.map(part));
    card.hidden = false;
    shown = mark;
    mark.setAttribute("aria-describedby", "card");
    const boxes = [...mark.getClientRects()];
    const box = boxes.find((one) => height >= one.top && height <= one.bottom) || boxes[0];
    const room = document.documentElement.clientWidth;
    const start = Math.min(Math.max(8, box.left + box.width / 2 - card.offsetWidth / 2), room - card.offsetWidth - 8);
    const above = box.top - 6 - card.offsetHeight;
    card.style.insetInlineStart = "auto";
    card.style.left = `${start + scrollX}px`;
    card.style.top = `${scrollY + (above >= 0 ? above : box.bottom + 6)}px`;
  }

  function hide() {
    clearTimeout(later);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  }

  const over = (event) => event.target.closest(".words :is(.m, mark.claim, .ref a)");
  matn.addEventListener("mouseover", (event) => {
    const mark = over(event);
    if (!mark) return;
    hush(mark);
    if (off(mark)) return;
    clearTimeout(later);
    later = setTimeout(() => show(mark, event.clientY), shown ? 0 : 150); // none for a pointer that passes by
  });
  matn.addEventListener("mouseout", () => {
    clearTimeout(later);
    later = setTimeout(hide, 200); // time to reach the card
  });
  card.addEventListener("mouseenter", () => clearTimeout(later));
  card.addEventListener("mouseleave", hide);
  matn.addEventListener("focusin", (event) => {
    const mark = over(event);
    if (mark) show(mark);
  });
  matn.addEventListener("focusout", hide);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  let touched = null;
  matn.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch" ? shown : undefined;
  });
  matn.addEventListener("click", (event) => {
    const mark = over(event);
    if (!mark || touched === undefined || touched === mark) return;
    event.preventDefault();
    show(mark);
  });
})();
