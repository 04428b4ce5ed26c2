// Search in the browser: a query to ranked results, the same as musnad/search/terminal.py gives, in the same order.
"use strict";

// musnad_search(folder) -> { find(text, statements) -> found, show(found, from, to) -> results }
function musnad_search(folder) {
  const FIELDS = 4, PLACES = 2 ** 14; // an article's documents have keys from its number * PLACES on
  const lists = musnad_lists(folder);
  let ready = null;

  // The manifest and what is made from it.
  function open() {
    ready ??= lists.load("manifest").then(async (manifest) => {
      const analyzer = musnad_analyzer(await lists.load(manifest.analyzer));
      return {
        manifest,
        analyzer,
        query: musnad_query(manifest.query, analyzer.analyze),
        excerpt: musnad_excerpt(analyzer.analyze),
      };
    }).catch((error) => {
      ready = null;
      throw error;
    });
    return ready;
  }

  // What a term of this worth gains a document; see musnad/search/ranking.py.
  function gain({ k1, b, weights }, worth, counts, length, average) {
    let weight = weights[0] * counts[0];
    weight += weights[1] * counts[1] / (1 - b + b * length / average);
    weight += weights[2] * counts[2];
    weight += weights[3] * counts[3];
    return Math.max(1, Math.floor(worth * weight / (weight + k1) * 10000 + 0.5));
  }

  function idf(documents, having) {
    return Math.floor(Math.log(1 + (documents - having + 0.5) / (having + 0.5)) * 10000 + 0.5) / 10000;
  }

  // Document -> {gain, places} for a word searched under these terms.
  async function matches_of_word({ manifest }, terms) {
    const averages = manifest.counts.map(([count, length]) => (length ? length / count : 1));
    const documents = manifest.counts[0][0] + manifest.counts[1][0];
    const found = new Map();
    for (const postings of await Promise.all(terms.map((term) => lists.postings(manifest.p, term)))) {
      const worth = idf(documents, postings.length);
      for (const [number, place, length, places] of postings) {
        const counts = [0, 0, 0, 0];
        for (const at of places) counts[at % FIELDS]++;
        const key = number * PLACES + place;
        const here = found.get(key) ?? { gain: 0, places: new Set() };
        here.gain += gain(manifest.ranking, worth, counts, length, averages[place ? 1 : 0]);
        places.forEach((at) => here.places.add(at));
        found.set(key, here);
      }
    }
    return found;
  }

  // Document -> gain where the words stand one after another; `words` are maps of matches_of_word.
  function matches_of_phrase(words) {
    const found = new Map();
    for (const [key, { places }] of words[0]) {
      const here = words.map((word) => word.get(key));
      if (!here.every(Boolean)) continue;
      const runs = words.length === 1
        || [...places].some((first) => here.every((word, step) => word.places.has(first + step * FIELDS)));
      if (runs) found.set(key, here.reduce((sum, word) => sum + word.gain, 0));
    }
    return found;
  }

  // For each word of a phrase its terms, or null where a word has none.
  async function resolve({ manifest, analyzer }, phrase) {
    const terms = await Promise.all(phrase.map(async ([form]) => {
      for (const stem of analyzer.stems(form)) {
        const found = await lists.terms(manifest.v, stem);
        if (found.length) return found;
      }
      return null;
    }));
    return terms.every(Boolean) ? terms : null;
  }

  // A phrase's words as maps of matches, and its matches.
  async function match(index, terms) {
    const words = await Promise.all(terms.map((some) => matches_of_word(index, some)));
    return { words, found: matches_of_phrase(words) };
  }

  // The clauses of a query with the terms of their phrases, equal ones once; null where one cannot match.
  async function resolve_clauses(index, clauses) {
    const found = new Map();
    for (const clause of clauses) {
      const phrases = [];
      for (const phrase of clause) {
        const terms = await resolve(index, phrase);
        if (terms) phrases.push({ phrase, terms });
      }
      if (!phrases.length) return null;
      const key = JSON.stringify(phrases.map(({ terms }) => terms));
      if (!found.has(key)) found.set(key, phrases);
    }
    return [...found.values()];
  }

  // What a query finds: the documents as [key, score], best first; how many of them are articles and statements;
  // whether the query was `cut`, or `empty`: asked for nothing. `statements`: search among them alone.
  async function find(text, statements = false) {
    const index = await open();
    const query = index.query.parse(text);
    const none = { ranked: [], articles: 0, statements: 0, asked: [], phrases: [], cut: query.cut, empty: !query.clauses.length };
    const clauses = query.clauses.length ? await resolve_clauses(index, query.clauses) : null;
    if (!clauses) return none;
    const asked = [], phrases = [];
    let scores = null;
    for (const clause of clauses) {
      const sums = new Map();
      for (const { phrase, terms } of clause) {
        const { words, found } = await match(index, terms);
        asked.push(...phrase.map(([, typed]) => typed));
        phrases.push(words);
        for (const [key, score] of found) sums.set(key, (sums.get(key) ?? 0) + score);
      }
      const before = scores;
      if (before) for (const key of [...sums.keys()]) {
        if (before.has(key)) sums.set(key, sums.get(key) + before.get(key));
        else sums.delete(key);
      }
      scores = sums;
    }
    for (const phrase of query.excluded) {
      const terms = await resolve(index, phrase);
      if (terms) for (const key of (await match(index, terms)).found.keys()) scores.delete(key);
    }
    const day = 2 ** index.manifest.bits * PLACES;
    const ranked = [...scores].filter(([key]) => !statements || key % PLACES);
    ranked.sort(([a, x], [b, y]) => y - x || Math.floor(b / day) - Math.floor(a / day) || a - b);
    const said = ranked.filter(([key]) => key % PLACES).length;
    return { ranked, articles: ranked.length - said, statements: said, asked, phrases, cut: query.cut, empty: false };
  }

  // The results from one place in the ranking to another, as a page shows them.
  async function show({ ranked, asked, phrases }, from, to) {
    const { manifest, analyzer, excerpt } = await open();
    return Promise.all(ranked.slice(from, to).map(async ([key, score]) => {
      const documents = await lists.documents(manifest.d, Math.floor(key / PLACES));
      const place = key % PLACES;
      const [id, date, fields, speaker, modality] = documents[place];
      const hits = excerpt.hits(phrases.map((words) => words.map((word) => word.get(key)?.places ?? new Set())));
      return {
        kind: place ? "statement" : "article",
        id,
        article: documents[0][0],
        title: documents[0][2][0][0][1],
        date,
        speaker,
        modality,
        score,
        excerpt: excerpt.best(fields, hits),
        reasons: excerpt.reasons(asked, fields, hits).map((reason) => (
          { ...reason, exact: analyzer.fold(reason.asked) === analyzer.fold(reason.found) }
        )),
      };
    }));
  }

  return { find, show };
}
