// A concordance in other orders: by the words that follow the name, or by those before it, from the name backwards.
"use strict";

(function () {
  const list = document.querySelector(".conc[data-orders]");
  if (!list) return;
  const rows = [...list.children];
  const words = (row, part) => row.querySelector(part).textContent.trim();
  const keys = {
    date: null,
    after: (row) => words(row, ".after"),
    before: (row) => words(row, ".before").split(/\s+/).reverse().join(" "),
  };
  const { compare } = new Intl.Collator("ar", { ignorePunctuation: true });
  const { label, ...names } = JSON.parse(list.dataset.orders);
  const buttons = Object.entries(keys).map(([order, key]) => {
    const click = ({ target }) => {
      list.append(...(key ? [...rows].sort((a, b) => compare(key(a), key(b))) : rows));
      for (const each of buttons) each.setAttribute("aria-pressed", each === target);
    };
    return musnad_element("button", { type: "button", "aria-pressed": !key, click }, names[order]);
  });
  list.before(musnad_element("p", { class: "orders", role: "group", "aria-label": label }, `${label}: `, buttons));
})();
