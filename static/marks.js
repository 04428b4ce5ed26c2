// A card over the mark under the pointer or the focus: what it means, which rule made it, how sure it is. Its words
// come from the register at the page's foot, which is complete without this script. On a touch screen the first touch
// of a mark shows its card, the second follows its link.
(function () {
  "use strict";
  const matn = document.querySelector("article");
  const legend = document.querySelector(".legend");
  if (!matn || !legend) return;

  const switches = [...legend.querySelectorAll("input")];

  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.getElementById("main").append(card);
  let shown = null;
  let later = 0;

  function element(tag, words, kind) {
    const made = document.createElement(tag);
    made.textContent = words;
    if (kind) made.className = kind;
    return made;
  }

  // A mark's part of the card: its title, what its entry has more to tell, the rule, how sure it is.
  function part(mark) {
    const entry = document.getElementById(mark.getAttribute("aria-details"));
    const made = document.createElement("p");
    made.append(element("b", mark.dataset.title));
    for (const detail of entry.querySelectorAll("span")) made.append(element("span", detail.textContent, "how"));
    const head = entry.parentElement.previousElementSibling;
    const sure = head.querySelector(".how");
    const labels = head.closest(".register").dataset;
    made.append(
      element("span", `${labels.how} ${head.firstChild.textContent.trim()}`, "how"),
      element("span", `${labels.sure} ${sure.textContent}`, "how"),
    );
    return made;
  }

  // A mark keeps its title for the card alone, so that it is not told twice.
  function hush(mark) {
    if (mark.title) mark.dataset.title = mark.title;
    mark.removeAttribute("title");
  }

  // Whether the legend has a mark switched off.
  function off(mark) {
    const kind = switches.find((one) => mark.classList.contains(one.id.slice(2)));
    return !kind.checked || document.getElementById("k-quiet").checked;
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

  const over = (event) => event.target.closest(".words .m");
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
