// Results as a reader sees them.
"use strict";

// musnad_results(words, root) -> elements of results, and words for numbers, dates and values; `words` are the
// interface's, `root` the way to its pages.
function musnad_results(words, root) {
  const element = musnad_element, language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);

  function number(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ","); // Intl takes 20 ms to begin
  }

  function count(value, what) {
    const forms = words.counts[what];
    return (forms[plural.select(value)] ?? forms.other).replace("{n}", number(value));
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

  // Words of a source.
  function source(text, cut) {
    return element("bdi", { class: cut ? "t cut" : "t", lang: "ar" }, text);
  }

  function chain(steps, kind = "chain") {
    return element("ol", { class: kind }, steps.map((step) => element("li", {}, step)));
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
  // `whole` are elements of the whole title instead.
  function title_link({ article, title, excerpt, hits }, words, whole) {
    const parts = title.split(/\s+/);
    const short = parts.length > words + 3 ? `${parts.slice(0, words).join(" ")} …` : title;
    const anchor = excerpt.anchor ? `#${excerpt.anchor}` : "";
    const marked = hits.length ? `?${new URLSearchParams(hits.map((run) => ["hits", run]))}` : ""; // see page-hits.js
    return element("a", { href: `${root}articles/${article}.html${marked}${anchor}` }, source(whole || short));
  }

  function date_element(date) {
    if (!date) return words.undated;
    const machine = /^\d{4}(-\d{2}(-\d{2})?)?(?=[~?%]?$)/.exec(date);
    return machine ? element("time", { datetime: machine[0] }, date_in_words(date)) : date_in_words(date);
  }

  function name_element([ar, en]) {
    return element("bdi", {}, (language !== "ar" && en) || ar || words.nobody);
  }

  // Why a result matches, where its excerpt does not show it: what the query asks of fields, another form of a word.
  function reasons_element({ kind, reasons }, filters) {
    const asked = filters.map(([field, phrase]) => (
      [`${words.search.fields[field]}: `, source(phrase.map(([, typed]) => typed).join(" "))]));
    const told = reasons.filter(({ exact, field }) => !exact || field !== 1).map(({ asked, found, exact, field }) => {
      const steps = exact ? [asked] : [asked, found];
      const where = words.search.where[kind === "statement" && field === 0 ? "speaker" : field];
      return [chain(steps.map((step) => source(step))), where && ` (${where})`];
    });
    const all = [...asked, ...told];
    return all.length > 0 && element("div", { class: "matched" }, `${words.search.matched} `,
      all.map((parts, index) => (index ? [" · ", ...parts] : parts)));
  }

  // A result of a query that asks this of fields.
  function result_element(result, filters) {
    const said = result.kind === "statement";
    const from = [result.carriers.flatMap((one) => [name_element(one), " · "]), date_element(result.date)];
    const text = excerpt_element(result.excerpt);
    const same = !said && text.textContent === result.title; // which is not told twice
    return element("li", { class: result.kind },
      said
        ? element("div", {}, element("b", {}, name_element(result.speaker)), " · ",
          element("span", { class: "none" }, result.cue && [source(result.cue), " · "],
            words.modality[result.modality]))
        : [element("p", { class: "title" }, title_link(result, 14, same && [...text.childNodes])), element("div", { class: "meta" }, from)],
      !same && text,
      said && element("div", { class: "meta" }, `${words.search.in} `, title_link(result, 8), " · ", from),
      reasons_element(result, filters));
  }

  return { chain, count, date_element, date_in_words, fill, LTR, number, result_element, source };
}
