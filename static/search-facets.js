// How many of the documents found have each value of a facet; see musnad/search/facets.py and columns.py.
"use strict";

// musnad_facets(engine) -> { narrow(chosen, within) -> { narrowing, names },
// top(name, found, most) -> { values: [{value, names, count}], more } }
function musnad_facets({ lists, open, among }) {
  const { PLACES } = lists;
  const WHOLE = "OA"; // letters of the facets whose values all documents of an article have
  const UNIX = 719163; // 1970-01-01, as days
  const MORE = 2 ** 30; // see columns.py

  // The month of a document, as YYYY-MM; empty where it is unknown.
  function month({ bits }, key) {
    const day = Math.floor(key / (2 ** bits * PLACES));
    return day ? new Date((day - UNIX) * 864e5).toISOString().slice(0, 7) : "";
  }

  // For each facet that values are chosen of ([name, values]), whether a document (given by key) has one of them, and
  // where they are listed `keys`: those that have, at least of the articles `within`; where a value is of `whole`
  // articles, those of the articles alone. And the names of each value.
  async function narrow(chosen, within) {
    const { manifest } = await open(), names = {};
    const narrowing = await Promise.all(chosen.map(async ([name, values]) => {
      const letter = manifest.tables.query.facets[name], whole = WHOLE.includes(letter), keys = new Set();
      if (letter === "k") return { test: (key) => values.includes(key % PLACES ? "statement" : "article") };
      if (letter === "y") return { test: (key) => values.some((value) => month(manifest, key).startsWith(value)) };
      await Promise.all(values.map(async (value) => {
        const postings = await lists.levels(manifest, `${letter}:${value}`, within);
        names[`${name}:${value}`] = [...postings.forms].slice(1);
        postings.keys.forEach((key) => keys.add(key));
      }));
      return { keys: [...keys], whole, test: (key) => keys.has(whole ? key - key % PLACES : key) };
    }));
    return { narrowing, names };
  }

  // Documents by article: number -> their places as bits of numbers.
  function by_article(keys) {
    const found = new Map();
    for (const key of keys) {
      const number = Math.floor(key / PLACES), place = key % PLACES, part = Math.floor(place / 30);
      if (!found.has(number)) found.set(number, []);
      const bits = found.get(number);
      while (bits.length <= part) bits.push(0);
      bits[part] |= 1 << (place % 30);
    }
    return found;
  }

  // The rows of a shard: number -> [rank, its documents' places as bits …] of each value.
  function rows(payload, whole) {
    const next = lists.unpacked(payload), found = new Map();
    for (let step = next(), number = 0; step !== undefined; step = next()) {
      number += step;
      const values = [];
      for (let left = next(), rank = 0; left > 0; left--) {
        const value = [rank += next()];
        for (let bits = whole ? 0 : MORE; bits >= MORE;) value.push((bits = next()) % MORE);
        values.push(value);
      }
      found.set(number, values);
    }
    return found;
  }

  function ones(bits) {
    let count = 0;
    for (let left = bits; left; left &= left - 1) count++;
    return count;
  }

  function together(some, others) {
    return some.reduce((sum, bits, part) => sum + ones(bits & (others?.[part] ?? bits)), 0);
  }

  const key = (number) => number.toString(36).padStart(8, "0");

  // Rank -> count of the values of a band among documents by article, which are `within`.
  async function counted(head, kind, whole, documents, within) {
    const counts = new Map();
    const wanted = (first, next) => within(parseInt(first, 36), next === undefined ? Infinity : parseInt(next, 36));
    for (const payload of await lists.shards(head, kind, "", "~", wanted)) {
      for (const [number, values] of lists.once(payload, (text) => rows(text, whole))) {
        const bits = documents.get(number);
        if (bits) for (const [rank, ...had] of values) {
          const count = together(bits, whole ? null : had);
          if (count) counts.set(rank, (counts.get(rank) ?? 0) + count);
        }
      }
    }
    return counts;
  }

  // The value of a rank and its names.
  async function named(head, kind, rank) {
    const [payload] = await lists.shards(head, kind, key(rank), `${key(rank)}!`);
    const [first, names] = lists.once(payload, (text) => {
      const [at, squeezed] = text.split("|");
      return [parseInt(at, 36), lists.stretch(squeezed).split("\n")];
    });
    return names[rank - first].split(" ");
  }

  // The most frequent values of a facet in what was found, not regarding what is chosen of it; whether there may
  // be others. A band of values is loaded only where one of them can be among these.
  async function top(name, found, most) {
    const index = await open(), letter = index.manifest.tables.query.facets[name];
    const keys = (await found.without(name)).map(([at]) => at);
    if (letter === "k" || letter === "y") {
      const count = new Map();
      for (const at of keys) {
        const value = letter === "y" ? month(index.manifest, at) : at % PLACES ? "statement" : "article";
        if (value) count.set(value, (count.get(value) ?? 0) + 1);
      }
      const values = [...count].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return { values: values.map(([value, number]) => ({ value, names: [], count: number })), more: false };
    }
    const kind = `f${letter.toLowerCase()}`, whole = WHOLE.includes(letter);
    const head = await lists.load(index.manifest.f[letter]), documents = by_article(keys), within = among(keys), ranked = [];
    let band = 0, enough = false;
    for (; keys.length && !enough && band < head.bands.length; band++) {
      const [first] = head.bands[band];
      for (const [rank, count] of await counted(head, kind + band, whole, documents, within)) ranked.push([first + rank, count]);
      ranked.sort(([a, x], [b, y]) => y - x || a - b);
      enough = ranked.length >= most && ranked[most - 1][1] >= head.bands[band + 1]?.[1];
    }
    const values = await Promise.all(ranked.slice(0, most).map(async ([rank, count]) => {
      const [value, ...names] = await named(head, `n${letter.toLowerCase()}`, rank);
      return { value, names, count };
    }));
    return { values, more: enough || ranked.length > most };
  }

  return { narrow, top };
}
