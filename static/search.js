// The search page: the query in the address, results as they come, the keyboard.
"use strict";

(function () {
  const place = document.getElementById("search");
  const { index, root } = place.dataset;
  const words = JSON.parse(place.dataset.words);
  const [form, told, meant, tries, again, chips, narrow, panel, list, more] = [
    "form", "#told", "#meant", "#tries", "#again", "#chips", "#narrow", "#facets", "#results", "#more",
  ].map((name) => place.querySelector(name));
  const PAGE = 10, STEP = 5; // results at a time; of them so many before the reader comes near the next
  const FEW = 3; // results, below which another query may have been meant
  const engine = musnad_search(index);
  const page = musnad_results(words, root);
  const { count, element, fill, result_element, value_in_words } = page;
  const FACETS = [...panel.querySelectorAll("[data-facet]")].map((group) => group.dataset.facet);
  const BOUND = /^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/; // a year, month or day
  let near = new IntersectionObserver(() => {}); // loads further results as the reader comes to them
  let running = 0; // counts searches: a slow one gives way to those after it
  let now = null; // what was asked for and found last

  // ---- the address: ?q=…&speaker=…&speaker=…&from=2019-03&sort=date ----

  function address() {
    return new URLSearchParams(location.search);
  }

  // What an address asks for: the text, what is chosen of facets, the first and the last day, the order.
  function read(asked) {
    const of_facets = FACETS.map((name) => [name, [...new Set(asked.getAll(name))]]).filter(([, values]) => values.length);
    const [from, to] = ["from", "to"].map((name) => (BOUND.test(asked.get(name)) ? asked.get(name) : ""));
    return { text: asked.get("q") ?? "", chosen: Object.fromEntries(of_facets), from, to, by_date: asked.get("sort") === "date" };
  }

  function go(asked) {
    history.pushState(null, "", `?${asked}`);
    return search();
  }

  // Choose a value of a facet, or no longer; of a year and its months only one is chosen.
  function choose(facet, value, on) {
    const asked = address(), kept = asked.getAll(facet).filter((other) => (
      other !== value && !(on && facet === "date" && (other.startsWith(value) || value.startsWith(other)))));
    asked.delete(facet);
    for (const one of on ? [...kept, value] : kept) asked.append(facet, one);
    return go(asked);
  }

  // ---- what is chosen ----

  function widened(...names) {
    const asked = address();
    for (const name of names) asked.delete(name);
    return asked;
  }

  function chip(facet, told, remove) {
    const made = element("button", { type: "button" }, `${words.search.facets[facet]}: `, element("bdi", {}, told),
      element("span", { "aria-hidden": "true" }, " ×"), element("span", { class: "vh" }, ` (${words.search.remove})`));
    made.addEventListener("click", () => remove().then(() => (chips.querySelector("button") ?? form.q).focus()));
    return element("li", {}, made);
  }

  function show_chosen({ chosen, from, to }, names) {
    const made = Object.entries(chosen).flatMap(([facet, values]) => values.map((value) => (
      chip(facet, value_in_words(facet, value, names[`${facet}:${value}`]), () => choose(facet, value, false)))));
    if (from || to) {
      const told = from === to ? from : `${from}/${to}`;
      made.push(chip("date", value_in_words("date", told), () => go(widened("from", "to"))));
    }
    chips.replaceChildren(...made);
    chips.hidden = !made.length;
    narrow.querySelector(".n").textContent = made.length ? ` (${page.number(made.length)})` : "";
  }

  // ---- searching ----

  function tell(text, found) {
    told.textContent = text + (found?.cut ? ` ${words.search.cut}` : "");
  }

  function summary({ ranked, empty, articles, statements }) {
    if (empty) return words.search.empty;
    if (!ranked.length) return words.search.nothing;
    const kinds = [[articles, "articles"], [statements, "statements"]].filter(([some]) => some);
    return kinds.length === 1
      ? count(...kinds[0])
      : fill(words.search.both, { all: count(ranked.length, "results"), a: count(...kinds[0]), b: count(...kinds[1]) });
  }

  // What to try where nothing is found: links to wider searches.
  function show_tries({ ranked, empty }, { text }) {
    const without = widened(...FACETS, "from", "to"), ways = [];
    const plain = text.replace(/["“”„«»]/g, " ").trim(), any = plain.split(/\s+/).join(" OR ");
    if (`${without}` !== `${address()}`) ways.push([words.search.try_all, without]);
    for (const [told, other] of [[words.search.try_apart, plain], [words.search.try_any, any]]) {
      const asked = address();
      asked.set("q", other);
      if (other !== text && !/[-:]|OR .*OR .*OR .*OR/.test(text + other) && other.includes(" ")) ways.push([told, asked]);
    }
    tries.replaceChildren(...(ranked.length || empty ? [] : ways).map(([told, asked]) => (
      element("li", {}, element("a", { href: `?${asked}` }, told)))));
  }

  async function add(found, from) {
    const results = await engine.show(found, from, from + STEP);
    return () => {
      const made = results.map((result) => result_element(result, found.filters));
      list.append(...made);
      const next = from + STEP, waits = next % PAGE === 0;
      more.hidden = next >= found.ranked.length || !waits;
      more.onclick = () => guarded(() => add(found, next)).then(() => list.children[next]?.querySelector("a").focus());
      near.disconnect();
      near = new IntersectionObserver((seen) => {
        if (!seen.some((row) => row.isIntersecting)) return;
        near.disconnect();
        guarded(() => add(found, next));
      });
      if (next < found.ranked.length && !waits) near.observe(made.at(-1));
      return made;
    };
  }

  // Run a step of a search and show what it gives, unless a later search has begun.
  async function guarded(step) {
    const mine = running;
    again.hidden = true;
    try {
      const show = await step();
      if (mine === running) show();
    } catch (error) {
      if (mine !== running) return;
      console.error(error);
      tell(words.search.broken);
      again.hidden = false;
      again.onclick = () => guarded(step);
    }
  }

  function search() {
    const asked = read(address()), { text, chosen, from, to, by_date } = asked;
    form.q.value = text;
    form.kind.checked = `${chosen.kind}` === form.kind.value;
    form.sort.checked = by_date;
    [form.elements.from.value, form.elements.to.value] = [from, to];
    document.title = [text, document.title.split(" — ").at(-1)].filter(Boolean).join(" — ");
    running++;
    now = null;
    const nothing = !text.trim() && !from && !to && !Object.keys(chosen).length;
    meant.hidden = true;
    place.classList.toggle("searched", !nothing);
    if (nothing) {
      list.replaceChildren();
      tries.replaceChildren();
      more.hidden = again.hidden = true;
      show_chosen(asked, {});
      tell("");
      return Promise.resolve();
    }
    return guarded(async () => {
      const days = from || to ? `date:${from}..${to} ` : "";
      const found = await engine.find(days + text, false, by_date, chosen);
      const show = await add(found, 0);
      return () => {
        now = { asked, found };
        list.replaceChildren();
        tell(summary(found), found);
        show_chosen(asked, found.names);
        show_tries(found, asked);
        show();
        count_facets();
        if (found.ranked.length < FEW && !found.empty) guarded(async () => (await suggest()).offer(text, meant));
      };
    });
  }

  // ---- suggestions, loaded with the first key or the first search that finds little ----

  let suggesting = null;
  function suggest() {
    suggesting ??= musnad_script("search-suggest").then(() => musnad_suggest(form, engine, words, count));
    return suggesting;
  }

  form.q.addEventListener("input", suggest, { once: true });

  // ---- facets, loaded when the first is opened ----

  function count_facets() {
    if (!now || !panel.querySelector("details[open]")) return null;
    return guarded(async () => {
      await Promise.all(["search-facets", "search-panel"].map(musnad_script));
      const show = await musnad_panel(panel, engine, page, words, choose)(now);
      return show;
    });
  }

  panel.addEventListener("toggle", (event) => event.target.open && count_facets(), true);
  narrow.addEventListener("click", () => {
    narrow.setAttribute("aria-expanded", String(panel.classList.toggle("opened")));
  });

  // ---- the form and the keyboard ----

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = address();
    for (const name of ["q", "from", "to", "sort"]) {
      const field = form.elements[name], value = field.type === "checkbox" && !field.checked ? "" : field.value;
      if (value || name === "q") asked.set(name, value);
      else asked.delete(name);
    }
    go(asked);
  });
  form.sort.addEventListener("change", () => form.requestSubmit());
  form.kind.addEventListener("change", () => {
    const asked = widened("kind");
    if (form.kind.checked) asked.set("kind", form.kind.value);
    go(asked);
  });
  addEventListener("popstate", search);

  // «/» and Escape to the query, arrows from result to result.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const stops = [form.q, ...list.querySelectorAll(":is(.title, .meta) a")], active = document.activeElement;
    const at = stops.indexOf(active), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "/" && !active.matches("input:not([type=checkbox])")) form.q.focus();
    else if (event.key === "Escape" && active !== form.q && place.contains(active)) form.q.focus();
    else if (step && at >= 0 && stops[at + step]) stops[at + step].focus();
    else return;
    event.preventDefault();
  });

  search();
})();
