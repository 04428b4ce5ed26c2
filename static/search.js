// The search page: the query in the address, results as they come, the keyboard.
"use strict";

(function () {
  const place = document.getElementById("search");
  const { index, root } = place.dataset;
  const words = JSON.parse(place.dataset.words);
  const language = document.documentElement.lang;
  const [form, told, list, more] = ["form", "#told", "#results", "#more"].map((name) => place.querySelector(name));
  const PAGE = 10, STEP = 5; // results at a time; of them so many before the reader comes near the next
  const engine = musnad_search(index);
  const plural = new Intl.PluralRules(language);
  let near = new IntersectionObserver(() => {}); // loads further results as the reader comes to them
  let running = 0; // counts searches: a slow one gives way to those after it

  // ---- words of the interface ----

  function count(number, what) {
    const forms = words.counts[what];
    return (forms[plural.select(number)] ?? forms.other).replace("{n}", number.toLocaleString("en"));
  }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  // An EDTF date as a reader says it; what is no day, month or year, or an interval of them, stays as it is.
  function date_in_words(value) {
    const [start, end] = value.split("/");
    if (end) return fill(words.date.from_to, { start: date_in_words(start), end: date_in_words(end) });
    const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([~?%]?)$/.exec(value);
    if (!found) return value;
    const [, year, month, day, doubt] = found;
    const date = [day && Number(day), month && words.date.months[month - 1], year].filter(Boolean).join(" ");
    return doubt ? fill(words.date.qualified[doubt], { date }) : date;
  }

  // ---- results as HTML ----

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  // Words of a source.
  function source(text) {
    return element("bdi", { class: "t", lang: "ar" }, text);
  }

  // Handles, addresses and numeric dates: isolated, since in a right-to-left line their parts change places.
  const LTR = new RegExp([
    "(?:https?://|www\\.)[A-Za-z0-9%~!$&'*+.,;:@=?#/_-]*[A-Za-z0-9/]",
    "@[A-Za-z0-9_]+",
    "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}",
    "[0-9]{1,4}([ \\u00a0]?[/.-][ \\u00a0]?)[0-9]{1,2}\\1[0-9]{2,4}",
    "[0-9]{1,2}:[0-9]{2} ?[-–] ?[0-9]{1,2}:[0-9]{2}",
  ].join("|"), "g");

  function excerpt_element({ text, marks, cut }) {
    const made = element("p", { class: "t", lang: "ar", dir: "rtl" });

    // Words of the text from one place to another, with the marks among them.
    function add(to, start, end) {
      for (const [left, right] of marks) {
        if (right <= start || left >= end) continue;
        const from = Math.max(left, start), until = Math.min(right, end);
        to.append(text.slice(start, from), element("mark", { class: "hit" }, text.slice(from, until)));
        start = until;
      }
      to.append(text.slice(start, end));
    }

    let last = 0;
    if (cut[0]) made.append("… ");
    for (const found of text.matchAll(LTR)) {
      const isolate = element("bdi", { dir: "ltr" });
      add(made, last, found.index);
      last = found.index + found[0].length;
      add(isolate, found.index, last);
      made.append(isolate);
    }
    add(made, last, text.length);
    if (cut[1]) made.append(" …");
    return made;
  }

  // A link to the place of a result, by its article's title; of a title much longer than `words` words only these.
  function title_link({ article, title, excerpt }, words) {
    const parts = title.split(/\s+/);
    const short = parts.length > words + 3 ? `${parts.slice(0, words).join(" ")} …` : title;
    const anchor = excerpt.anchor ? `#${excerpt.anchor}` : "";
    return element("a", { href: `${root}articles/${article}.html${anchor}` }, source(short));
  }

  function date_element(date) {
    if (!date) return words.undated;
    const machine = /^\d{4}(-\d{2}(-\d{2})?)?(?=[~?%]?$)/.exec(date);
    return machine ? element("time", { datetime: machine[0] }, date_in_words(date)) : date_in_words(date);
  }

  function speaker_element([ar, en]) {
    return element("b", {}, element("bdi", {}, (language === "ar" ? ar : en ?? ar) || words.nobody));
  }

  // Why a result matches, where its excerpt does not show it: another form of a word, another field.
  function reasons_element({ kind, reasons }) {
    const told = reasons.filter(({ exact, field }) => !exact || field !== 1).map(({ asked, found, exact, field }) => {
      const steps = exact ? [asked] : [asked, found];
      const chain = element("ol", { class: "chain" }, ...steps.map((step) => element("li", {}, source(step))));
      const where = words.search.where[kind === "statement" && field === 0 ? "speaker" : field];
      return where ? [chain, ` (${where})`] : [chain];
    });
    return told.length
      ? [element("div", { class: "matched" }, `${words.search.matched} `,
        ...told.flatMap((parts, index) => (index ? [" · ", ...parts] : parts)))]
      : [];
  }

  function result_element(result) {
    const said = result.kind === "statement";
    const when = date_element(result.date);
    return element("li", { class: result.kind },
      ...(said
        ? [element("div", {}, speaker_element(result.speaker), " ", element("span", { class: "none" },
          words.modality[result.modality], " · ", when))]
        : [element("p", { class: "title" }, title_link(result, 14)), element("div", { class: "meta" }, when)]),
      excerpt_element(result.excerpt),
      ...(said ? [element("div", { class: "meta" }, `${words.search.in} `, title_link(result, 8))] : []),
      ...reasons_element(result));
  }

  // ---- searching ----

  function tell(text, found) {
    told.textContent = text + (found?.cut ? ` ${words.search.cut}` : "");
  }

  function summary({ ranked, empty, articles, statements }, among) {
    if (empty) return words.search.empty;
    if (!ranked.length) return words.search.nothing;
    if (among) return count(statements, "statements");
    const kinds = [[articles, "articles"], [statements, "statements"]].filter(([number]) => number);
    return kinds.length === 1
      ? count(...kinds[0])
      : fill(words.search.both, { all: count(ranked.length, "results"), a: count(...kinds[0]), b: count(...kinds[1]) });
  }

  async function add(found, from) {
    const results = await engine.show(found, from, from + STEP);
    return () => {
      const made = results.map(result_element);
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
    try {
      const show = await step();
      if (mine === running) show();
    } catch (error) {
      if (mine !== running) return;
      console.error(error);
      tell(words.search.broken);
    }
  }

  function search() {
    const asked = new URLSearchParams(location.search);
    const text = asked.get("q") ?? "", among = asked.get("among") === "statements";
    const by_date = asked.get("sort") === "date";
    form.q.value = text;
    form.among.checked = among;
    form.sort.checked = by_date;
    document.title = [text, document.title.split(" — ").at(-1)].filter(Boolean).join(" — ");
    running++;
    const nothing = text.trim() === "";
    place.classList.toggle("searched", !nothing);
    if (nothing) {
      list.replaceChildren();
      more.hidden = true;
      tell("");
      return Promise.resolve();
    }
    return guarded(async () => {
      const found = await engine.find(text, among, by_date);
      const show = await add(found, 0);
      return () => {
        list.replaceChildren();
        tell(summary(found, among), found);
        show();
      };
    });
  }

  // ---- the address and the keyboard ----

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new URLSearchParams({ q: form.q.value });
    for (const box of [form.among, form.sort]) if (box.checked) asked.set(box.name, box.value);
    history.pushState(null, "", `?${asked}`);
    search();
  });
  for (const box of [form.among, form.sort]) box.addEventListener("change", () => form.requestSubmit());
  addEventListener("popstate", search);

  // «/» to the query, arrows from result to result.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const stops = [form.q, ...list.querySelectorAll(":is(.title, .meta) a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "/" && document.activeElement !== form.q) form.q.focus();
    else if (step && at >= 0 && stops[at + step]) stops[at + step].focus();
    else return;
    event.preventDefault();
  });

  search();
})();
