/* A concordance in other orders: by the words that follow the name, or by those before it, from the name backwards. */
(() => {
  const list = document.querySelector(".conc[data-orders]");
  if (!list) return;
  const rows = [...list.children];
  const words = (row, part) => row.querySelector(part).textContent.trim();
  const keys = {
    after: (row) => words(row, ".after"),
    before: (row) => words(row, ".before").split(/\s+/).reverse().join(" "),
  };
  const { compare } = new Intl.Collator("ar", { ignorePunctuation: true });
  const { label, ...names } = JSON.parse(list.dataset.orders);
  const group = document.createElement("p");
  group.className = "orders";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label);
  const buttons = ["date", "after", "before"].map((order) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = names[order];
    button.setAttribute("aria-pressed", order === "date");
    button.addEventListener("click", () => {
      const key = keys[order];
      list.append(...(key ? [...rows].sort((a, b) => compare(key(a), key(b))) : rows));
      for (const each of buttons) each.setAttribute("aria-pressed", each === button);
    });
    return button;
  });
  group.append(`${label}: `, ...buttons);
  list.before(group);
})();
