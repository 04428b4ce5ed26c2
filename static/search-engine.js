// Search in the browser: a query to ranked results, the same as musnad/search/terminal.py gives, in the same order.
"use strict";

// musnad_search(folder) -> { find(text, …) -> found, show(found, from, to) -> results }, and what facets need.
function musnad_search(folder) {
  const FIELDS = 4;
  const lists = musnad_lists(folder), { PLACES } = lists;
  let ready = null, other = null;

  // Words of texts, which results ask for several times over.
  function remembering(analyze) {
    const known = new Map(), MOST = 2000; // sentences
    return (text) => {
      if (known.size > MOST) known.clear();
      if (!known.has(text)) known.set(text, analyze(text));
      return known.get(text);
    };
  }

  // The manifest and what is made from it.
  function open() {
    ready ??= lists.open().then((manifest) => {
      const { analyzer: table, query, modalities } = manifest.tables;
      const analyzer = musnad_analyzer(table), read = remembering(analyzer.analyze);
      return {
        manifest,
        analyzer,
        query: musnad_query(query, analyzer.analyze, analyzer.fold),
        record: musnad_record(lists, read, modalities),
        excerpt: musnad_excerpt(read),
      };
    }).catch((error) => {
      ready = null;
      throw error;
    });
    return ready;
  }

  // What counts the values of facets, likewise.
  function facets() {
    return musnad_script("search-panel").then(() => musnad_facets(engine));
  }

  // What finds other words for those of a query, in the same script, loaded when it is first needed.
  function near() {
    other ??= Promise.all([lists.load("near"), musnad_script("search-panel")]).then(([tops]) => musnad_near({ tops, lists, open }));
    return other;
  }

  // What a term of this worth gains a document; see musnad/search/ranking.py.
  function gain({ tables }, worth, level) {
    return Math.max(1, Math.floor(worth * level * 10000 / tables.levels + 0.5));
  }

  function idf(documents, having) {
    const last = Math.max(0, 28 - Math.clz32(having)), about = having >> last << last;
    return Math.floor(Math.log(1 + (documents - about + 0.5) / (about + 0.5)) * 10000 + 0.5) / 10000;
  }

  // For a word searched under these terms: its forms, and document -> gain.
  async function match_word({ manifest }, terms, within) {
    const forms = new Set(), gains = new Map();
    for (const postings of await Promise.all(terms.map((term) => lists.levels(manifest, term, within)))) {
      const worth = idf(manifest.documents, postings.having);
      postings.forms.forEach((form) => forms.add(form));
      postings.keys.forEach((key, at) => {
        gains.set(key, (gains.get(key) ?? 0) + gain(manifest, worth, postings.levels[at]));
      });
    }
    return { forms, gains };
  }

  // Document -> occurrences of a word searched under these terms.
  async function places_of_word({ manifest }, terms, within) {
    const found = new Map();
    for (const postings of await Promise.all(terms.map((term) => lists.places(manifest, term, within)))) {
      for (const [key, places] of postings) {
        if (!found.has(key)) found.set(key, new Set());
        places.forEach((at) => found.get(key).add(at));
      }
    }
    return found;
  }

  // Whether one of the articles of documents (given by keys) has a number from one on and before another.
  function among(keys) {
    let numbers = null; // made when they are first needed
    return (from, to) => {
      numbers ??= [...new Set(Array.from(keys, (key) => Math.floor(key / PLACES)))].sort((a, b) => a - b);
      let low = 0, high = numbers.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (numbers[middle] < from) low = middle + 1;
        else high = middle;
      }
      return numbers[low] < to;
    };
  }

  // The same for the articles of some days, each the first and the last.
  function between({ manifest }, days) {
    const size = 2 ** manifest.bits;
    return (from, to) => days.some(([first, last]) => from < (last + 1) * size && first * size < to);
  }

  // The words of a phrase, and document -> gain where they stand one after another. As elsewhere, where articles
  // `within` are given only they matter.
  async function match(index, terms, within) {
    const words = await Promise.all(terms.map((some) => match_word(index, some, within)));
    if (words.length === 1) return { words, found: words[0].gains };
    const found = new Map();
    for (const key of words[0].gains.keys()) {
      if (words.every(({ gains }) => gains.has(key))) found.set(key, words.reduce((sum, { gains }) => sum + gains.get(key), 0));
    }
    if (found.size) {
      const having = among(found.keys()), places = await Promise.all(terms.map((some) => places_of_word(index, some, having)));
      for (const key of [...found.keys()]) {
        const [first, ...others] = places.map((word) => word.get(key));
        if (![...first].some((at) => others.every((word, step) => word.has(at + (step + 1) * FIELDS)))) found.delete(key);
      }
    }
    return { words, found };
  }

  // For each word of a phrase its terms, or null where a word has none; `akin`: a single word's kin too, see vocabulary.KIN.
  async function resolve({ manifest, analyzer }, phrase, akin) {
    const terms = await Promise.all(phrase.map(async ([form, , begins]) => {
      const stems = analyzer.guesses(form), look = begins ? lists.beginning : lists.terms;
      const found = await lists.first(stems, (stem) => look(manifest, stem));
      const other = found.length || begins ? found : await (await near()).terms(form);
      const some = akin && !phrase[1] ? other : other.filter((term) => term[0] !== "+");
      return some.length ? some : null;
    }));
    return terms.every(Boolean) ? terms : null;
  }

  // The clauses of a query with the terms of their phrases, equal ones once; null where one cannot match.
  async function resolve_clauses(index, clauses) {
    const found = new Map();
    const resolved = await Promise.all(clauses.map((clause) => Promise.all(clause.map((phrase) => resolve(index, phrase, true)))));
    for (const [at, clause] of clauses.entries()) {
      const phrases = clause.map((phrase, place) => ({ phrase, terms: resolved[at][place] })).filter(({ terms }) => terms);
      if (!phrases.length) return null;
      const key = JSON.stringify(phrases.map(({ terms }) => terms));
      if (!found.has(key)) found.set(key, phrases);
    }
    return [...found.values()];
  }

  // The documents that pass a filter.
  async function passing({ manifest }, [field, words], terms, within) {
    let found = null;
    for (const some of terms ?? words.map(([form]) => [form])) {
      const rows = await Promise.all(some.map((term) => lists.levels(manifest, `${field}:${term}`, within)));
      const keys = rows.flatMap((row) => row.keys);
      found = new Set(found ? keys.filter((key) => found.has(key)) : keys);
    }
    return found;
  }

  // For each of the filters the documents that pass it.
  function pass(index, filters, within) {
    return Promise.all(filters.map(async (filter) => {
      if (index.manifest.tables.query.values[filter[0]]) return passing(index, filter, null, within);
      const terms = await resolve(index, filter[1]);
      return terms ? passing(index, filter, terms, within) : new Set();
    }));
  }

  // Clauses, those in fewest documents first, so that of the others only a part is loaded.
  async function by_weight({ manifest }, clauses) {
    if (clauses.length < 2) return clauses;
    const weighed = await Promise.all(clauses.map(async (clause) => {
      const terms = clause.flatMap((each) => each.terms.flat());
      const having = await Promise.all(terms.map((term) => lists.having(manifest, term)));
      return [having.reduce((sum, number) => sum + number, 0), clause];
    }));
    return weighed.sort(([a], [b]) => a - b).map(([, clause]) => clause);
  }

  // The day of a document; 0 where it is unknown.
  function day({ manifest }, key) {
    return Math.floor(key / (2 ** manifest.bits * PLACES));
  }

  // The documents that pass what is chosen of facets, where the query has no words; at least those `within`.
  async function without_words(index, narrowing, kinds, within) {
    const { keys, whole } = narrowing.find((one) => one.keys) ?? {};
    if (keys && !whole) return keys;
    const some = await Promise.all(kinds.map((kind) => passing(index, ["k", [[kind]]], null, whole ? among(keys) : within)));
    return some.flatMap((keys) => [...keys]);
  }

  // What a query finds: the documents as [key, score], best first; how many of them are articles and statements;
  // whether the query was `cut`, or `empty`: asked for nothing. `statements`: search among them alone;
  // `by_date`: the latest first; `values`: name of a facet -> those chosen. `names` are those of values chosen,
  // `filters` what the query asks of fields; `without(name)` is what it finds if nothing is chosen of a facet.
  async function find(text, statements = false, by_date = false, values = {}) {
    const index = await open();
    const query = index.query.parse(text);
    const chosen = Object.entries(values).filter(([, values]) => values.length);
    const [only, without] = [false, true].map((excluded) => query.filters.filter((filter) => filter[2] === excluded));
    const empty = !query.clauses.length && !only.length && !query.days && !Object.keys(values).length;
    const counts = { articles: 0, statements: 0 }, nobody = async () => [];
    const none = { ranked: [], names: {}, filters: only, ...counts, asked: [], phrases: [], cut: query.cut, empty, without: nobody };
    const clauses = empty ? null : await resolve_clauses(index, query.clauses);
    if (!clauses) return none;
    const dates = (values.date ?? []).map((value) => index.query.parse(`date:${value}`).days);
    const scopes = [[query.days], dates].filter((days) => days.length && days.every(Boolean)).map((days) => between(index, days));
    const scope = scopes.length ? (from, to) => scopes.every((within) => within(from, to)) : undefined;
    const narrow = async (within) => (chosen.length ? (await facets()).narrow(chosen, within) : { narrowing: [], names: {} });
    let scores = null, narrowed = null;
    if (!clauses.length && !only.length) {
      narrowed = await narrow(scope);
      const all = Object.keys(values).length ? ["article", "statement"] : ["article"];
      const kinds = statements ? ["statement"] : values.kind?.length ? values.kind : all;
      scores = new Map((await without_words(index, narrowed.narrowing, kinds, scope)).map((key) => [key, 0]));
    }
    for (const clause of await by_weight(index, clauses)) {
      const before = scores, within = before ? among(before.keys()) : scope;
      scores = null;
      for (const each of clause) {
        const { words, found } = await match(index, each.terms, within);
        each.words = words;
        if (!scores) scores = found;
        else for (const [key, score] of found) scores.set(key, (scores.get(key) ?? 0) + score);
      }
      if (before) for (const [key, score] of scores) {
        if (before.has(key)) scores.set(key, score + before.get(key));
        else scores.delete(key);
      }
    }
    const passed = await pass(index, only, scores ? among(scores.keys()) : scope);
    scores ??= new Map([...passed[0]].map((key) => [key, 0]));
    const within = among(scores.keys());
    for (const phrase of query.excluded) {
      const terms = await resolve(index, phrase);
      if (terms) for (const key of (await match(index, terms, within)).found.keys()) scores.delete(key);
    }
    const asked = clauses.flat().flatMap(({ phrase }) => phrase.map(([, typed]) => typed));
    const phrases = clauses.flat().map(({ words }) => words);
    const excluded = await pass(index, without, within);
    const [first, last] = query.days ?? [0, Infinity];
    let ranked = [...scores].filter(([key]) => (
      (!statements || key % PLACES) && first <= day(index, key) && day(index, key) <= last
      && passed.every((keys) => keys.has(key)) && !excluded.some((keys) => keys.has(key))));
    const { narrowing, names } = narrowed ?? await narrow(among(scores.keys()));
    if (narrowing.length) ranked = ranked.filter(([key]) => narrowing.every(({ test }) => test(key)));
    ranked.sort(([a, x], [b, y]) => (by_date ? 0 : y - x) || day(index, b) - day(index, a) || a - b);
    const said = ranked.filter(([key]) => key % PLACES).length;
    const found = { ...none, ranked, names, articles: ranked.length - said, statements: said, asked, phrases };
    found.without = async (name) => (
      values[name]?.length ? (await find(text, statements, by_date, { ...values, [name]: [] })).ranked : ranked);
    return found;
  }

  // The Arabic and the English name of one named in a record, if anybody.
  function called(one) {
    return [one?.names[0], one?.english && one.names[1]];
  }

  // The results from one place in the ranking to another, as a page shows them.
  async function show({ ranked, asked, phrases }, from, to) {
    const { manifest, analyzer, record, excerpt } = await open();
    const forms = phrases.map((words) => words.map((word) => word.forms));
    return Promise.all(ranked.slice(from, to).map(async ([key, score]) => {
      const article = record.read(await lists.record(manifest, Math.floor(key / PLACES)));
      const said = article.statements[key % PLACES - 1];
      const fields = record.fields(article, key % PLACES);
      const hits = excerpt.hits(fields, forms);
      return {
        kind: said ? "statement" : "article",
        id: said ? said.id : article.id,
        article: article.id,
        title: article.title,
        date: article.date,
        cue: said?.cue && record.clipped(article, said.cue).map(({ text }) => text).join(" "),
        speaker: said && called(said.speaker),
        carriers: article.carriers.map((at) => called(article.named[at])),
        modality: said?.modality,
        score,
        excerpt: excerpt.best(fields, hits),
        hits: excerpt.runs(fields, hits),
        reasons: excerpt.reasons(asked, fields, hits).map((reason) => (
          { ...reason, exact: analyzer.fold(reason.asked) === analyzer.fold(reason.found) }
        )),
      };
    }));
  }

  const engine = { find, show, near, facets, open, lists, among };
  return engine;
}
