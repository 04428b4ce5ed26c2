// What a result shows of a document; see musnad/search/excerpt.py. Offsets here count UTF-16 units.
"use strict";

// musnad_excerpt(analyze) -> { hits, best, reasons }
function musnad_excerpt(analyze) {
  const WIDTH = 50, BEFORE = 12, FIELDS = 4, HEADING = 0, TEXT = 1, NAMED = 2, SOURCE = 3;

  // Occurrence -> index of the query's word that it matches. `phrases`: for each word the set of its occurrences.
  function hits(phrases) {
    const found = new Map();
    let index = 0;
    for (const words of phrases) {
      for (const first of [...words[0]].sort((a, b) => a - b)) {
        if (!words.every((places, step) => places.has(first + step * FIELDS))) continue;
        words.forEach((_, step) => {
          const at = first + step * FIELDS;
          if (!found.has(at)) found.set(at, index + step);
        });
      }
      index += words.length;
    }
    return found;
  }

  // The passage with the most words of the query, then most matches, then the first; its matches marked.
  function best(fields, found) {
    const inside = new Map(found);
    const direct = new Set([...found].filter(([at]) => at % FIELDS === TEXT).map(([, word]) => word));
    for (const [start, length, first, last] of fields[NAMED]) {
      for (let index = 0; index < length; index++) {
        const word = found.get((start + index) * FIELDS + NAMED);
        if (word === undefined || direct.has(word)) continue;
        for (let position = first; position <= last; position++) {
          const at = position * FIELDS + TEXT;
          if (!inside.has(at)) inside.set(at, word);
        }
      }
    }
    let chosen = null;
    for (const [start, text, anchor] of fields[TEXT]) {
      const words = analyze(text), matches = new Map();
      words.forEach((_, index) => {
        const word = inside.get((start + index) * FIELDS + TEXT);
        if (word !== undefined) matches.set(index, word);
      });
      const rank = [new Set(matches.values()).size, matches.size];
      if (!chosen || rank[0] > chosen.rank[0] || (rank[0] === chosen.rank[0] && rank[1] > chosen.rank[1])) {
        chosen = { rank, text, anchor, words, matches: [...matches.keys()] };
      }
    }
    return chosen ? cut(chosen) : { text: "", anchor: "", marks: [], cut: [false, false] };
  }

  function cut({ text, anchor, words, matches }) {
    const first = Math.max(0, Math.min((matches[0] ?? 0) - BEFORE, words.length - WIDTH));
    const last = Math.min(first + WIDTH, words.length);
    const start = first ? words[first][1] : 0;
    const end = last < words.length ? words[last - 1][2] : text.length;
    const marks = [];
    for (const index of matches.filter((index) => first <= index && index < last)) {
      const left = words[index][1] - start, right = words[index][2] - start, before = marks.at(-1);
      if (before && /^ +$/.test(text.slice(before[1] + start, left + start))) before[1] = right;
      else marks.push([left, right]);
    }
    return { text: text.slice(start, end), anchor, marks, cut: [first > 0, last < words.length] };
  }

  // For each word asked for that matched, its first match: {asked, found, field}.
  function reasons(asked, fields, found) {
    const first = new Map();
    function add(field, position, words) {
      const word = found.get(position * FIELDS + field);
      if (word !== undefined && !first.has(word)) first.set(word, { asked: asked[word], found: words(), field });
    }
    for (const field of [TEXT, HEADING, NAMED, SOURCE]) {
      for (const [start, content, from, to] of fields[field]) {
        if (field === NAMED) {
          for (let index = 0; index < content; index++) add(field, start + index, () => words_between(fields[TEXT], from, to));
        } else {
          analyze(content).forEach(([, left, right], index) => add(field, start + index, () => content.slice(left, right)));
        }
      }
    }
    return [...first.keys()].sort((a, b) => a - b).map((word) => first.get(word));
  }

  // What stands in the text from one position to another, both in the same passage.
  function words_between(passages, from, to) {
    const [start, text] = passages.findLast(([first]) => first <= from);
    const words = analyze(text);
    return text.slice(words[from - start][1], words[to - start][2]);
  }

  return { hits, best, reasons };
}
