// Two or three texts beside each other, aligned by sentence: what they tell alike, in which words they differ, what only
// one tells, and how their statements are tied, with the reason. Every choice is an address, so all controls are links.
"use strict";

(async function () {
  const page = document.getElementById("compare");
  const { index, root } = page.dataset, words = JSON.parse(page.dataset.words), said = words.compare;
  const { chain, date_element, date_in_words, fill, LTR, source } = musnad_results(words, root), element = musnad_element;
  const english = document.documentElement.lang === "en";
  const query = new URLSearchParams(location.search), show = query.get("show") ?? "";
  const ids = [...new Set(["a", "b", "c"].map((side) => query.get(side)))].filter((id) => /^[\w-]+$/.test(id ?? ""));
  const WORTH = { same_statement: 0.25, contradicts: 0.15, corroborates: 0.125, updates: 0.1 }; // of how alike two sentences are
  const ORDER = ["contradicts", "updates", "corroborates", "same_statement"];
  const SHARED = 0.5; // of a text's words in a row: where others have fewer of them, marking the rest tells nothing

  const address = (texts, filter = show) => {
    const asked = texts.map((id, at) => ["abc"[at], id]);
    return `compare.html?${new URLSearchParams(filter ? [...asked, ["show", filter]] : asked)}`;
  };
  const link = (href, ...inside) => element("a", { href }, ...inside);
  const called = ([ar, en]) => (english && en) || ar;
  const name = (names) => element("bdi", {}, called(names));
  const outlet = ({ chain }) => (chain.length ? called(chain.at(-1)) : words.no_outlet);

  // What a text is called beside the others: by its outlet, with its day where two have one outlet.
  function whose({ told }, texts) {
    const alone = texts.filter((other) => outlet(other.told) === outlet(told)).length === 1;
    return alone ? outlet(told) : `${outlet(told)}${words.comma}${told.date ? date_in_words(told.date) : words.undated}`;
  }

  // ---- what is compared ----

  const lists = musnad_lists(index);

  async function read() {
    const manifest = await lists.open(), { analyze, fold } = musnad_analyzer(manifest.tables.analyzer);
    const records = musnad_record(lists, analyze, manifest.tables.modalities), classes = new Map();
    return Promise.all(ids.map(async (id) => {
      const told = await lists.load(`../compare/${id}`);
      const record = records.read(await lists.record(manifest, told.number));
      const sentences = record.sentences.map((sentence) => {
        const found = analyze(sentence.text);
        return { ...sentence, words: found, terms: found.map(([form]) => musnad_stem(form)), names: [] };
      });
      const place = (position) => sentences.findLastIndex(({ start }) => start <= position);
      // One class for all names of somebody, in whichever text they stand.
      for (const { names, stands } of record.named) {
        const own = stands.map(([first, last]) => {
          const { start, words } = sentences[place(first)];
          return words.slice(first - start, last - start + 1).map(([form]) => form).join(" ");
        });
        const all = [...names.map(fold), ...own];
        const one = all.map((each) => classes.get(each)).find(Boolean) ?? `@${all[0]}`;
        for (const each of all) classes.set(each, one);
        for (const at of stands) sentences[place(at[0])].names.push([one, at]);
      }
      const statements = record.statements.map((one) => ({ ...one, from: place(one.content[0]), to: place(one.content[1]) }));
      return { id, told, record, sentences, statements };
    })).then((texts) => {
      for (const text of texts) text.called = whose(text, texts);
      return texts;
    });
  }

  // The links between the statements of two texts: {x, y, relation, …}, x and y being sentences.
  function ties(texts, x, y, cosine) {
    const turned = ([a, b, relation, later, ...rest]) => [b, a, relation, relation === "updates" && !later, ...rest];
    const linked = [...(texts[x].told.links[texts[y].id] ?? []), ...(texts[y].told.links[texts[x].id] ?? []).map(turned)];
    const known = new Set(linked.filter(([, , relation]) => relation === "same_statement").map(([a, b]) => `${a} ${b}`));
    for (const [a, one] of Object.entries(texts[x].told.same)) {
      for (const [b, other] of Object.entries(texts[y].told.same)) {
        if (one === other && !known.has(`${a} ${b}`)) linked.push([a, b, "same_statement"]);
      }
    }
    const at = (text, claim) => texts[text].statements.find(({ id }) => id === claim);
    const best = (i, to, j, last) => {
      let found = [-1];
      for (let one = i; one <= to; one++) for (let other = j; other <= last; other++) {
        if (cosine(x, one, y, other) > found[0]) found = [cosine(x, one, y, other), one, other];
      }
      return found.slice(1);
    };
    const told = linked.flatMap(([a, b, relation, later, unsure, by_hand, code, reason, origin]) => {
      const one = at(x, a), other = at(y, b);
      if (!one || !other) return [];
      const [i, j] = best(one.from, one.to, other.from, other.to);
      return [{ x, y, i, j, one, other, relation, later, unsure, by_hand, code, reason, origin, worth: WORTH[relation] }];
    });
    for (const [i, measure, low, high] of texts[x].told.figures) {
      for (const [j, same, least, most] of texts[y].told.figures) {
        if (measure === same) told.push({ x, y, i, j, figure: low === least && high === most ? "same_figure" : "other_figure", worth: 0.125 });
      }
    }
    return told;
  }

  function aligned(texts) {
    const { cosine, rows } = musnad_align(texts.map(({ sentences }) => sentences.map(({ terms, names }) => (
      [...terms, ...names.map(([one]) => one)]))));
    const tied = texts.flatMap((_, x) => texts.flatMap((_, y) => (x < y ? ties(texts, x, y, cosine) : [])));
    const made = [];
    for (const cells of rows(tied.map(({ x, i, y, j, worth }) => [x, i, y, j, worth]))) {
      const sides = cells.flatMap((cell, k) => (cell.length ? [k] : [])), before = made.at(-1);
      const apart = !sides[1];
      if (apart && before?.apart) { // what each tells alone, beside each other
        before.cells[sides[0]].push(...cells[sides[0]]);
        before.sides = [...new Set([...before.sides, ...sides])];
      } else made.push({ cells, sides, apart, tied: [], across: [], only: cells.map(() => new Map()) });
    }
    const row_of = (k, i) => made.find(({ cells }) => cells[k].includes(i));
    for (const tie of tied) {
      const one = row_of(tie.x, tie.i), other = row_of(tie.y, tie.j);
      if (one === other) one.tied.push(tie);
      else if (tie.relation) {
        one.across.push({ ...tie, row: other });
        other.across.push({ ...tie, row: one });
      }
    }
    for (const row of made) if (!row.apart) differ(texts, row);
    return { rows: made, tied };
  }

  // Of each sentence of a row the words that no other text has in it.
  function differ(texts, row) {
    const of = (k) => row.cells[k].map((i) => texts[k].sentences[i]);
    row.same = true;
    for (const k of row.sides) {
      const others = row.sides.filter((other) => other !== k).flatMap(of);
      const terms = new Set(others.flatMap((sentence) => sentence.terms));
      const names = new Set(others.flatMap((sentence) => sentence.names.map(([one]) => one)));
      let all = 0, shared = 0;
      for (const i of row.cells[k]) {
        const sentence = texts[k].sentences[i];
        const named = sentence.names.filter(([one]) => names.has(one)).map(([, at]) => at);
        const alone = sentence.terms.map((term, at) => term.length > 1 && !terms.has(term)
          && !named.some(([first, last]) => first <= sentence.start + at && sentence.start + at <= last));
        row.only[k].set(i, alone);
        all += alone.length;
        shared += alone.filter((one) => !one).length;
      }
      if (shared < all) row.same = false;
      if (shared < all * SHARED) row.only[k].clear();
    }
  }

  // ---- the page ----

  // A sentence, with its statements and the words that only it has.
  function sentence_nodes({ text, start, words }, statements, alone) {
    const kinds = new Uint8Array(text.length);
    const mark = (first, last, kind) => {
      const from = words[Math.max(0, first)]?.[1] ?? 0, to = words[Math.min(last, words.length - 1)][2];
      for (let at = from; at < to; at++) kinds[at] |= kind;
    };
    for (const { content } of statements) mark(content[0] - start, content[1] - start, 1);
    alone?.forEach((one, at) => {
      if (!one) return;
      mark(at, at, 2);
      if (alone[at - 1]) kinds.fill(kinds[words[at][1] - 1] | 2, words[at - 1][2], words[at][1]);
    });
    const made = [];
    const cut = (from, to) => {
      const parts = [];
      for (let at = from, end; at < to; at = end) {
        for (end = at + 1; end < to && kinds[end] === kinds[at];) end++;
        const piece = text.slice(at, end), kind = ["", "claim", "only", "claim only"][kinds[at]];
        parts.push(kind ? element("mark", { class: kind }, piece) : piece);
      }
      return parts;
    };
    let last = 0;
    for (const found of text.matchAll(LTR)) {
      made.push(...cut(last, found.index), element("bdi", { dir: "ltr" }, ...cut(found.index, last = found.index + found[0].length)));
    }
    return [...made, ...cut(last, text.length)];
  }

  // Who says what stands in these sentences, and by which way it came; each statement leads to its page.
  function voices({ record }, statements) {
    const list = element("ul", { class: "meta voices" });
    let last = "";
    for (const { id, speaker, via, modality } of statements) {
      const own = ({ names, english }) => name(english ? names : names.slice(0, 1));
      const steps = [speaker ? own(speaker) : element("i", { class: "nobody" }, words.nobody), ...via.map((at) => own(record.named[at]))];
      const same = steps.map((step) => step.textContent).join("|");
      if (same !== last) list.append(element("li", {}, steps[1] ? chain(steps, "chain from") : element("b", { class: "from" }, steps[0])));
      list.lastChild.append(" · ", link(`${root}claims/${id}.html`, words.modality[modality]));
      last = same;
    }
    return list;
  }

  function cell(text, cells, alone = new Map()) {
    const { sentences, id } = text, list = element("div", { class: "side" }, element("div", { class: "meta whose" }, text.called));
    const own = text.statements.filter(({ from, to }) => cells.some((i) => from <= i && i <= to));
    let line = null, block = 0, waiting = [];
    const listed = new Set();
    const voiced = () => {
      if (waiting[0]) list.append(voices(text, waiting));
      waiting = [];
    };
    const end = () => line?.append("\u00a0", link(`${root}articles/${id}.html#p${block}`, fill(said.paragraph, { n: block })));
    for (const i of cells) {
      const here = own.filter(({ from, to }) => from <= i && i <= to), fresh = here.filter((one) => !listed.has(one));
      if (sentences[i].block !== block) {
        end();
        if (fresh[0]?.speaker !== waiting[0]?.speaker) voiced(); // who speaks stands below his words
        block = sentences[i].block;
        list.append(line = element("p", { class: "t", lang: "ar", dir: "rtl" }));
      } else line.append(" ");
      line.append(...sentence_nodes(sentences[i], here, alone.get(i)));
      for (const one of fresh) waiting.push(one), listed.add(one);
    }
    end();
    for (const to of list.querySelectorAll("p a")) to.lang = document.documentElement.lang;
    voiced();
    return list;
  }

  // The reason of a link in a sentence, the texts' own words in it in their face; gists begin with a space or are empty.
  function why({ code, reason, by_hand }) {
    const parts = words.reasons[code]?.split(/\{(\d)\}/).map((part, at) => (at % 2 ? (by_hand || reason[part] < "!" ? element("bdi", {}, reason[part]) : source(reason[part])) : part));
    return parts && [" · ", element("span", { class: "why" }, parts)];
  }

  function sign(tie) {
    const { relation, unsure, origin } = tie;
    return [element("b", { class: "sign" }, said.tie[relation]),
      unsure && [" · ", element("span", { class: "doubt" }, words.doubt)],
      origin && [" · ", fill(said.origin, { name: called(origin) })]];
  }

  // The line that joins two sides, what it says, and why.
  function joint(tie) {
    const kind = `joint from${tie.x} to${tie.y} ${tie.relation ?? "figure"}`;
    if (!tie.relation) return element("p", { class: kind }, said.tie[tie.figure]);
    return element("p", { class: kind }, sign(tie),
      tie.relation === "updates" && ` (${fill(said.later, { who: tie.texts[tie.later ? tie.x : tie.y].called })})`, why(tie));
  }

  const rank = (tie) => (tie.relation ? ORDER.indexOf(tie.relation) * 2 + Boolean(tie.unsure) : 9);
  const in_order = (tied) => tied.sort((a, b) => rank(a) - rank(b));

  function row_element(texts, row, number, rows) {
    const shown = in_order(row.tied).filter((tie, at, all) => tie.relation === "contradicts" || all.findIndex((other) => (
      other.relation === tie.relation && other.x === tie.x && other.y === tie.y)) === at);
    const [one, other] = row.sides, kinds = shown.map(({ relation, figure }) => said.tie[relation ?? figure]);
    const heading = other === undefined ? fill(said.only, { who: texts[one].called })
      : [...new Set(kinds)].join(words.comma) || (row.apart ? said.apart : row.same ? said.same_words : said.alike);
    const across = ORDER.flatMap((relation) => {
      const to = [...new Set(row.across.filter((tie) => tie.relation === relation && (!tie.unsure || relation === ORDER[0])).map((tie) => rows.indexOf(tie.row) + 1))];
      if (!to.length) return [];
      const links = to.sort((a, b) => a - b).flatMap((n, at) => [at ? words.comma : " ", link(`#r${n}`, n)]);
      return [element("span", { class: relation }, element("b", { class: "sign" }, said.tie[relation]), ` ${said.in}`, links), " "];
    });
    return element("li", { id: `r${number}`, class: other === undefined ? "alone" : "", tabindex: "-1" },
      element("h2", { class: "kicker" }, number, " · ", heading),
      texts.map((text, k) => (row.cells[k].length ? cell(text, row.cells[k], row.only[k]) : element("div", { class: "side" }))),
      shown.map((tie) => joint({ ...tie, texts })),
      across.length > 0 && element("p", { class: "meta across dotted" }, across));
  }

  // Contradictions by themselves: a row for the two sentences of each, wherever they stand, with all that is against there.
  function disputes(texts, tied) {
    const rows = new Map();
    for (const tie of in_order(tied.filter(({ relation }) => relation === "contradicts"))) {
      const { x, i, y, j } = tie, at = [x, i, y, j].join();
      const cells = texts.map((_, k) => (k === x ? [i] : k === y ? [j] : []));
      if (!rows.has(at)) rows.set(at, { cells, sides: [x, y], tied: [], across: [], only: [] });
      rows.get(at).tied.push(tie);
    }
    return [...rows.values()];
  }

  // Articles to put in a place: those beside these ones, or found by words.
  function choice(label, others, put) {
    const list = element("ul", {});
    const fill_list = (found) => list.replaceChildren(...found.map((one) => element("li", {},
      link(put(one.id), source(one.title, one.cut)), " ",
      element("span", { class: "meta" }, one.chain?.length > 0 && [name(one.chain.at(-1)), " · "], date_element(one.date)))));
    fill_list(others);
    const told = element("p", { class: "none", role: "status" });
    let asked = 0;
    const input = async ({ target }) => {
      const own = ++asked, text = target.value.trim();
      const found = text ? await look(text) : others;
      if (own !== asked) return;
      told.textContent = text && !found.length ? said.nothing : "";
      fill_list(found.filter(({ id }) => !ids.includes(id)));
    };
    const field = element("input", {
      type: "search", "aria-label": said.find, placeholder: said.find, dir: "auto", autocomplete: "off", input,
    });
    return element("details", { class: "choice" }, element("summary", {}, label), element("div", {}, field, told, list));
  }

  const search = musnad_search(index);
  async function look(text) {
    const found = await search.find(text);
    return search.show({ ...found, ranked: found.ranked.filter(([key]) => key % 2 ** 14 === 0) }, 0, 12);
  }

  function head(texts) {
    const near = new Map(texts.flatMap(({ told }) => told.beside.map((one) => [one.id, one])));
    const others = [...near.values()].filter(({ id }) => !ids.includes(id));
    const sides = texts.map(({ id, told }, at) => element("li", { class: "side" },
      element("b", { class: "day" }, date_element(told.date)), " ",
      element("span", { class: "meta" }, told.chain.length ? chain(told.chain.map(name)) : words.no_outlet),
      element("p", { class: "title" }, link(`${root}articles/${id}.html`, source(told.title, told.cut))),
      element("div", { class: "tools" },
        choice(said.change, others, (other) => address(ids.map((one) => (one === id ? other : one)))),
        texts.length > 2 && link(address(ids.filter((one) => one !== id)), said.remove))));
    return [element("ol", { class: "texts" }, sides), element("div", { class: "tools" },
      texts.length > 1 && link(address([...ids.slice(1), ids[0]]), texts.length > 2 ? said.turn : said.swap),
      texts.length < 3 && choice(texts.length > 1 ? said.third : said.second, others, (other) => address([...ids, other])))];
  }

  function body(texts) {
    const { rows, tied } = aligned(texts);
    const listed = (some) => some.map((row, at) => row_element(texts, row, at + 1, rows));
    const elements = listed(rows), against = listed(disputes(texts, tied));
    const views = { "": elements, differs: elements.filter((_, at) => !rows[at].same), against };
    const nav = element("nav", { class: "filters", "aria-label": said.filters }, Object.entries(views).map(([filter, found]) => {
      const warns = filter === "against" && found.length, told = said.show[filter || "all"];
      return element("a", {
        href: address(ids, filter), class: warns ? "contradicts" : undefined, "aria-current": filter === show || undefined,
      }, warns ? element("b", { class: "sign" }, told) : told, " ", element("span", { class: "n" }, found.length));
    }));
    const shown = views[show] ?? elements;
    return [nav, shown.length ? element("ol", { class: "pairs" }, shown) : element("p", { class: "none" }, said.none),
      element("p", { class: "lede" }, element("mark", { class: "only" }, said.only_like), " ", said.only_means)];
  }

  function step(by) {
    const rows = [...page.querySelectorAll(".pairs > li")];
    const here = rows.indexOf(document.activeElement.closest(".pairs > li"));
    const to = rows[Math.max(0, Math.min(rows.length - 1, here + by))];
    to?.focus();
    to?.scrollIntoView({ block: "center" });
  }

  const out = document.getElementById("compared");
  if (!ids.length) {
    out.append(choice(said.first, [], (id) => address([id])));
    out.firstChild.open = true;
    return;
  }
  try {
    const texts = await read();
    page.classList.add(["", "one", "two", "three"][texts.length]);
    out.append(...head(texts), ...(texts.length > 1 ? body(texts) : []));
    document.getElementById("pick")?.toggleAttribute("hidden", texts.length > 1);
    document.addEventListener("musnad:key", ({ detail }) => {
      if (detail === "j") step(1);
      if (detail === "k") step(-1);
    });
    if (location.hash) document.getElementById(location.hash.slice(1))?.focus();
  } catch (error) {
    out.append(element("p", { class: "none" }, said.broken));
    throw error;
  }
})();
