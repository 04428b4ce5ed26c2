// Beside the results of a search: what narrows it, what else it can be narrowed by, with counts, and what to try
// where nothing is found. Loaded with what search-near, search-facets and
// search-suggest have: all that a search needs after its first results.
"use strict";

// musnad_panel(place, …) -> update(asked, found) -> show(); `place` is the search's element, `page` musnad_results',
// `names` are the facets', `address` gives what the address asks for and `go` searches for something else.
function musnad_panel(place, engine, { number, fill, date_in_words }, words, names, address, go) {
  const element = musnad_element, FEW = 8, STEP = 40; // values at first, and as many more as a reader asks for
  const [form, chips, tries, narrow, panel] = ["form", "#chips", "#tries", "#narrow", "#facets"].map((name) => place.querySelector(name));

  const language = document.documentElement.lang;

  // A value of a facet in words; `labels` are its Arabic and its English name, where it has them.
  function value_in_words(facet, value, labels = []) {
    const told = { kind: words.search.kinds, modality: words.modality }[facet];
    if (told) return told[value] ?? value;
    if (facet === "date") return date_in_words(value);
    return (labels[language === "ar" ? 0 : 1] ?? labels[0] ?? value).replaceAll("_", " ");
  }

  // ---- what is chosen ----

  function widened(...some) {
    const asked = address();
    for (const name of some) asked.delete(name);
    return asked;
  }

  // Choose a value of a facet, or no longer; of a year and its months only one is chosen.
  function choose(facet, value, on) {
    const asked = widened(facet), kept = address().getAll(facet).filter((other) => (
      other !== value && !(on && facet === "date" && (other.startsWith(value) || value.startsWith(other)))));
    for (const one of on ? [...kept, value] : kept) asked.append(facet, one);
    return go(asked);
  }

  function chip(facet, told, remove) {
    const click = () => remove().then(() => form.q.focus());
    return element("li", {}, element("button", { type: "button", click }, `${words.search.facets[facet]}: `, element("bdi", {}, told),
      element("span", { "aria-hidden": "true" }, " ×"), element("span", { class: "vh" }, ` (${words.search.remove})`)));
  }

  function show_chosen({ chosen, from, to }, labels) {
    const made = Object.entries(chosen).flatMap(([facet, values]) => values.map((value) => (
      chip(facet, value_in_words(facet, value, labels[`${facet}:${value}`]), () => choose(facet, value, false)))));
    if (from || to) {
      const shape = from && to ? (from === to ? "{start}" : words.date.from_to) : words.date[from ? "since" : "until"];
      const told = fill(shape, { start: date_in_words(from), end: date_in_words(to) });
      made.push(chip("date", told, () => go(widened("from", "to"))));
    }
    chips.replaceChildren(...made);
    chips.hidden = !made.length;
    narrow.querySelector(".n").textContent = made.length ? ` (${number(made.length)})` : "";
  }

  // What to try where nothing is found: links to wider searches, each what it says and what it asks for. Of words these
  // apart, or any of them; of a query with signs all but one of its parts.
  function show_tries({ text, narrowed }, { ranked, empty }) {
    const ways = narrowed ? [[[words.search.try_all], widened(...names, "from", "to")]] : [];
    const offer = (told, other) => {
      const asked = address();
      asked.set("q", other);
      if (other !== text) ways.push([told, asked]);
    };
    const plain = text.replace(/["“”„«»]/g, " ").trim(), some = plain.split(/\s+/);
    const parts = text.match(/(?:[^\s"“”„«»]*["“”„«»][^"“”„«»]*["“”„«»]|[^\s"“”„«»])+/g) ?? [];
    if (some.length > 1 && some.length < 9 && !/[:|*]|(^|\s)(-|OR\s|أو\s)/.test(plain)) {
      offer([words.search.try_apart], plain);
      offer([words.search.try_any], some.join(" OR "));
    } else if (parts.length > 1 && parts.length < 6 && !/(^|\s)(\||OR|أو)\s/.test(text)) {
      for (const part of parts) {
        offer([`${words.search.try_without} `, element("bdi", { class: "t" }, part)], parts.filter((other) => other !== part).join(" "));
      }
    }
    tries.replaceChildren(...(ranked.length || empty ? [] : ways).map(([told, asked]) => (
      element("li", {}, element("a", { href: `?${asked}` }, ...told)))));
  }

  // ---- values with their counts ----

  // Values of a facet as rows: what is chosen first, then the rest; of dates years, and of one year its months.
  function rows_of(facet, values, chosen, labels) {
    if (facet === "date") return dates(values, chosen);
    const listed = new Set(values.map(({ value }) => value));
    const others = chosen.filter((value) => !listed.has(value));
    return [...others.map((value) => ({ value, names: labels[`${facet}:${value}`] })), ...values];
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
    const box = element("input", { type: "checkbox", value, change: () => choose(facet, value, box.checked) });
    box.checked = chosen.includes(value);
    return element("li", { class: inside && "inside" }, element("label", {}, box,
      element("bdi", {}, value_in_words(facet, value, names)), count && [" ", element("span", { class: "n" }, number(count))]));
  }

  async function count(group, asked, found) {
    const facet = group.dataset.facet, list = group.querySelector("ul"), chosen = asked.chosen[facet] ?? [];
    const most = Number(group.dataset.most ?? FEW);
    const { values, more } = await (await engine.facets()).top(facet, found, most);
    return () => {
      const focused = list.contains(document.activeElement) && document.activeElement.value;
      const made = rows_of(facet, values, chosen, found.names).map((value) => row(facet, value, chosen));
      list.replaceChildren(...(made.length ? made : [element("li", { class: "none" }, words.search.no_values)]));
      const button = group.querySelector("button.rest");
      if (button) {
        button.hidden = !more;
        button.onclick = () => {
          group.dataset.most = most + STEP;
          return count(group, asked, found).then((show) => {
            show();
            list.querySelectorAll("input")[made.length]?.focus();
          });
        };
      }
      if (focused) list.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus();
    };
  }

  return async (asked, found) => {
    const open = [...panel.querySelectorAll("details[open]")];
    const shows = await Promise.all(open.map((group) => count(group, asked, found)));
    return () => {
      show_chosen(asked, found.names);
      show_tries(asked, found);
      shows.forEach((show) => show());
    };
  };
}
