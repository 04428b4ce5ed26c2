// Copies a line of a bibliography; and where a reader has copied words of a text, offers them with their source and a
// link that leads to them. What was copied is never altered: the offer stands beside it.
"use strict";

(function () {
  const box = document.getElementById("cite");
  if (!box) return;
  const text = document.getElementById("matn");
  const line = box.querySelector(`[lang="${document.documentElement.lang}"] dd`).textContent;
  const button = (after, words, click) => {
    const made = musnad_element("button", { lang: document.documentElement.lang, click }, words);
    after.append(" ", made);
    return made;
  };

  // Where the page is trusted the clipboard, else (from the disk) the old command on a selected field.
  async function copy(words, at) {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = musnad_element("textarea", {}, words);
      at.after(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    at.textContent = box.dataset.done;
  }
  for (const one of box.querySelectorAll("dd")) {
    const words = one.textContent;
    button(one, box.dataset.copy, ({ target }) => copy(words, target));
  }
  if (!text) return;

  // What is chosen of each paragraph, notes left out: the paragraph, its letters, from where to where.
  function parts(range) {
    const upTo = (within, node, offset) => {
      const before = document.createRange();
      before.setStart(within, 0);
      before.setEnd(node, offset);
      return String(before).length;
    };
    return [...text.querySelectorAll(".words")].filter((one) => range.intersectsNode(one)).map((within) => ({
      within,
      letters: within.textContent,
      start: within.contains(range.startContainer) ? upTo(within, range.startContainer, range.startOffset) : 0,
      end: within.contains(range.endContainer) ? upTo(within, range.endContainer, range.endOffset) : within.textContent.length,
    })).filter((one) => one.letters.slice(one.start, one.end).trim());
  }

  // A link to whole words, by a text fragment: all of them where they are few, else the first and the last.
  function link(chosen) {
    const words = chosen.map(({ letters, start, end }) => {
      while (start && /\S/.test(letters[start - 1])) start -= 1;
      while (end < letters.length && /\S/.test(letters[end])) end += 1;
      return letters.slice(start, end).trim().split(/\s+/);
    });
    const part = (some) => encodeURIComponent(some.join(" ")).replace(/-/g, "%2D");
    const [head, tail] = [words[0], words[words.length - 1]];
    const whole = head === tail && head.length < 11;
    const found = whole ? part(head) : `${part(head.slice(0, 5))},${part(tail.slice(-5))}`;
    return `${location.href.split("#")[0]}#${chosen[0].within.id}:~:text=${found}`;
  }
  const offer = button(document.body, box.dataset.offer, () => copy(offered, offer));
  let offered = "";
  offer.id = "offer";
  offer.hidden = true;
  document.addEventListener("copy", () => {
    const selected = getSelection();
    if (!selected.rangeCount) return;
    const chosen = parts(selected.getRangeAt(0));
    if (!chosen.length) return;
    const words = chosen.map((one) => one.letters.slice(one.start, one.end).trim());
    offered = [...words, line, link(chosen)].join("\n");
    offer.textContent = box.dataset.offer;
    offer.hidden = false;
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target !== offer) offer.hidden = true;
  });
})();
