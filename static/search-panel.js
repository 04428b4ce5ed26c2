// The facets beside the results: values with their counts, to choose from. Loaded when the first is opened.
"use strict";

// musnad_panel(panel, engine, page, words, choose) -> update({ asked, found }) -> show(), for the facets that are
// open; `page` is musnad_results', `choose(facet, value, on)` searches anew.
function musnad_panel(panel, engine, { element, number, value_in_words }, words, choose) {
  const FEW = 8, STEP = 40; // values at first, and as many more as a reader asks for
  const facets = musnad_facets(engine);

  // Values of a facet as rows: what is chosen first, then the rest; of dates years, and of one year its months.
  function rows_of(facet, values, chosen, names) {
    if (facet === "date") return dates(values, chosen);
    const listed = new Set(values.map(({ value }) => value));
    const others = chosen.filter((value) => !listed.has(value));
    return [...others.map((value) => ({ value, names: names[`${facet}:${value}`] })), ...values];
  }

  function dates(months, chosen) {
    const years = new Map();
    for (const { value, count } of months) {
      const year = value.slice(0, 4);
      years.set(year, (years.get(year) ?? 0) + count);
    }
    const opened = (year) => years.size === 1 || chosen.some((value) => value.startsWith(year));
    return [...years].sort().reverse().flatMap(([value, count]) => [
      { value, count },
      ...(opened(value) ? months.filter((month) => month.value.startsWith(`${value}-`)) : [])
        .sort((a, b) => (a.value < b.value ? 1 : -1)).map((month) => ({ ...month, inside: true })),
    ]);
  }

  function row(facet, { value, names, count, inside }, chosen) {
    const box = element("input", { type: "checkbox", value });
    box.checked = chosen.includes(value);
    box.addEventListener("change", () => choose(facet, value, box.checked));
    const told = count === undefined ? [] : [" ", element("span", { class: "n" }, number(count))];
    return element("li", inside ? { class: "inside" } : {},
      element("label", {}, box, element("bdi", {}, value_in_words(facet, value, names)), ...told));
  }

  async function fill(group, { asked, found }) {
    const facet = group.dataset.facet, list = group.querySelector("ul"), chosen = asked.chosen[facet] ?? [];
    const most = Number(group.dataset.most ?? FEW);
    const { values, more } = await facets.top(facet, found, most);
    return () => {
      const focused = list.contains(document.activeElement) && document.activeElement.value;
      const made = rows_of(facet, values, chosen, found.names).map((value) => row(facet, value, chosen));
      list.replaceChildren(...(made.length ? made : [element("li", { class: "none" }, words.search.no_values)]));
      const button = group.querySelector("button.rest");
      if (button) {
        button.hidden = !more;
        button.onclick = () => {
          group.dataset.most = most + STEP;
          return fill(group, { asked, found }).then((show) => {
            show();
            list.querySelectorAll("input")[made.length]?.focus();
          });
        };
      }
      if (focused) list.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus();
    };
  }

  return async (now) => {
    const open = [...panel.querySelectorAll("details[open]")];
    const shows = await Promise.all(open.map((group) => fill(group, now)));
    return () => shows.forEach((show) => show());
  };
}
