// The search page: the query in the address, results as they come, the keyboard. Other pages load this file for the
// parts that it begins with.
"use strict";

(function () {
  const place = document.getElementById("search");
  if (!place) return;
  const { index, root } = place.dataset;
  const words = JSON.parse(place.dataset.words);
  const [form, told, meant, again, narrow, panel, list, more] = [
    "form", "#told", "#meant", "#again", "#narrow", "#facets", "#results", "#more",
  ].map((name) => place.querySelector(name));
  const PAGE = 10, STEP = 5; // results at a time; of them so many before the reader comes near the next
  const FEW = 3; // results, below which another query may have been meant
  const engine = musnad_search(index);
  const page = musnad_results(words, root);
  const { count, fill, result_element } = page;
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
    const narrowed = Boolean(of_facets.length || from || to);
    return {
      text: asked.get("q") ?? "", chosen: Object.fromEntries(of_facets), from, to, narrowed, by_date: asked.get("sort") === "date",
    };
  }

  function go(asked) {
    history.pushState(null, "", `?${asked}`);
    return search();
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
    const asked = read(address()), { text, chosen, from, to, narrowed, by_date } = asked;
    form.q.value = text;
    form.kind.checked = `${chosen.kind}` === form.kind.value;
    form.sort.checked = by_date;
    [form.elements.from.value, form.elements.to.value] = [from, to];
    document.title = [text, document.title.split(" — ").at(-1)].filter(Boolean).join(" — ");
    running++;
    now = null;
    const nothing = !text.trim() && !narrowed;
    meant.hidden = true;
    place.classList.toggle("searched", !nothing);
    if (nothing) {
      list.replaceChildren();
      more.hidden = again.hidden = true;
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
        show();
        show_beside();
        if (found.ranked.length < FEW && !found.empty) guarded(async () => (await suggest()).offer(text, meant));
      };
    });
  }

  // ---- suggestions, loaded with the first key or the first search that finds little ----

  let suggesting = null;
  function suggest() {
    suggesting ??= musnad_script("search-panel").then(() => musnad_suggest(form, engine, words, count));
    return suggesting;
  }

  form.q.addEventListener("input", suggest, { once: true });

  // ---- facets, loaded when the first is opened or chosen from, or to tell what to try where nothing is found ----

  let beside = null;
  function show_beside() {
    const { asked, found } = now;
    if (!beside && found.ranked.length && !asked.narrowed && !panel.querySelector("details[open]")) return;
    guarded(async () => {
      await musnad_script("search-panel");
      beside ??= musnad_panel(place, engine, page, words, FACETS, address, go);
      return beside(asked, found);
    });
  }

  panel.addEventListener("toggle", (event) => event.target.open && now && show_beside(), true);
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
    const asked = address();
    asked.delete("kind");
    if (form.kind.checked) asked.set("kind", form.kind.value);
    go(asked);
  });
  addEventListener("popstate", search);

  // Escape to the query, arrows from result to result.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const stops = [form.q, ...list.querySelectorAll(":is(.title, .meta) a")], active = document.activeElement;
    const at = stops.indexOf(active), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && active !== form.q && place.contains(active)) form.q.focus();
    else if (step && at >= 0 && stops[at + step]) stops[at + step].focus();
    else return;
    event.preventDefault();
  });

  engine.open().catch(() => {}); // what every search needs, before one is asked for; a search tells if it is not there
  search();
})();
