// Copies a line of a bibliography; and where a reader has copied words of a text, offers them with their source and a
// link that leads to them. What was copied is never altered: the offer stands beside it.
(function () {
  "use strict";
  const box = document.getElementById("cite");
  const text = document.getElementById("matn");
  const line = box.querySelector(`[lang="${document.documentElement.lang}"] dd`).textContent;
  const button = (after, words) => {
    const made = document.createElement("button");
    made.textContent = words;
    after.append(" ", made);
    return made;
  };

  // Where the page is trusted the clipboard, else (from the disk) the old command on a selected field.
  async function copy(words, at) {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = document.createElement("textarea");
      field.value = words;
      at.after(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    at.textContent = box.dataset.done;
  }
  for (const one of box.querySelectorAll("dd")) {
    const words = one.textContent;
    const made = button(one, box.dataset.copy);
    made.addEventListener("click", () => copy(words, made));
  }
  if (!text) return;

  // The paragraph that a place of the selection is in, and how many of its letters stand before the place.
  function place(node, offset) {
    const range = document.createRange();
    const within = (node.closest ? node : node.parentElement).closest(".words");
    if (!within) return null;
    range.setStart(within, 0);
    range.setEnd(node, offset);
    return { within, at: String(range).length, letters: within.textContent };
  }

  // A link to whole words, by a text fragment: all of them where they are few, else the first and the last.
  function link(first, last) {
    let { at: start } = first;
    let { at: end } = last;
    while (start && /\S/.test(first.letters[start - 1])) start -= 1;
    while (end < last.letters.length && /\S/.test(last.letters[end])) end += 1;
    const one = first.within === last.within;
    const head = first.letters.slice(start, one ? end : undefined).trim().split(/\s+/);
    const tail = one ? head : last.letters.slice(0, end).trim().split(/\s+/);
    const part = (words) => encodeURIComponent(words.join(" ")).replace(/-/g, "%2D");
    const found = one && head.length < 11 ? part(head) : `${part(head.slice(0, 5))},${part(tail.slice(-5))}`;
    return `${location.href.split("#")[0]}#${first.within.id}:~:text=${found}`;
  }
  const offer = button(document.body, box.dataset.offer);
  let offered = "";
  offer.id = "offer";
  offer.hidden = true;
  document.addEventListener("copy", () => {
    const chosen = getSelection();
    if (!text.contains(chosen.anchorNode) || !String(chosen).trim()) return;
    const range = chosen.getRangeAt(0);
    const first = place(range.startContainer, range.startOffset);
    const last = place(range.endContainer, range.endOffset);
    if (!first || !last) return;
    offered = [String(chosen).trim(), line, link(first, last)].join("\n");
    offer.textContent = box.dataset.offer;
    offer.hidden = false;
  });
  offer.addEventListener("click", () => copy(offered, offer));
  document.addEventListener("pointerdown", (event) => {
    if (event.target !== offer) offer.hidden = true;
  });
})();
