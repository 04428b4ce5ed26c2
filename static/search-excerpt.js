// What a result shows of a document; see musnad/search/excerpt.py. Offsets here count UTF-16 units.
"use strict";

// musnad_excerpt(analyze) -> { hits, best, reasons, runs }; `fields` are of musnad_record.
function musnad_excerpt(analyze) {
  const RUNS = 12; // that an address has room for
  const WIDTH = 50, BEFORE = 12, FIELDS = 4, HEADING = 0, TEXT = 1, NAMED = 2, SOURCE = 3;
  const key = (field, position) => position * FIELDS + field;

  // Word of a field (`key`) -> index of the query's word that it matches. `phrases`: for each word its forms.
  function hits(fields, phrases) {
    const read = fields.map((field) => new Map(field.flatMap(({ start, text }) => (
      analyze(text).map(([form], index) => [start + index, form])))));
    const found = new Map();
    let index = 0;
    for (const phrase of phrases) {
      read.forEach((forms, field) => {
        for (const first of forms.keys()) {
          if (!phrase.every((word, step) => word.has(forms.get(first + step)))) continue;
          phrase.forEach((_, step) => {
            const at = key(field, first + step);
            if (!found.has(at)) found.set(at, index + step);
          });
        }
      });
      index += phrase.length;
    }
    return found;
  }

  // The matches, and where a word matched in another name only, the names that stand in the text for it.
  function standing(fields, found) {
    const inside = new Map(found);
    const direct = new Set([...found].filter(([at]) => at % FIELDS === TEXT).map(([, word]) => word));
    for (const { start, text, stands } of fields[NAMED]) {
      analyze(text).forEach((_, index) => {
        const word = found.get(key(NAMED, start + index));
        if (word === undefined || direct.has(word)) return;
        for (const [first, last] of stands) {
          for (let at = first; at <= last; at++) if (!inside.has(key(TEXT, at))) inside.set(key(TEXT, at), word);
        }
      });
    }
    return inside;
  }

  // The different runs of words of the text and the heading that match, folded: what the article's page marks.
  function runs(fields, found) {
    const inside = standing(fields, found), made = new Set();
    for (const field of [TEXT, HEADING]) for (const { start, text } of fields[field]) {
      let run = [];
      for (const [index, [form]] of [...analyze(text), [""]].entries()) {
        if (form && inside.has(key(field, start + index))) run.push(form);
        else if (run.length) made.add(run.splice(0).join(" "));
      }
    }
    return [...made].slice(0, RUNS);
  }

  // The passage with the most words of the query, then most matches, then the first; its matches marked.
  function best(fields, found) {
    const inside = standing(fields, found);
    let chosen = null;
    for (const { start, text, anchor } of fields[TEXT]) {
      const words = analyze(text), matches = new Map();
      words.forEach((_, index) => {
        const word = inside.get(key(TEXT, start + index));
        if (word !== undefined) matches.set(index, word);
      });
      const rank = new Set(matches.values()).size * 1e6 + matches.size;
      if (!chosen || rank > chosen.rank) chosen = { rank, text, anchor, words, matches: [...matches.keys()] };
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
    for (const field of [TEXT, HEADING, NAMED, SOURCE]) {
      for (const { start, text, stands } of fields[field]) {
        analyze(text).forEach(([, left, right], index) => {
          const word = found.get(key(field, start + index));
          if (word === undefined || first.has(word)) return;
          const words = stands?.length ? words_between(fields[TEXT], stands[0]) : text.slice(left, right);
          first.set(word, { asked: asked[word], found: words, field });
        });
      }
    }
    return [...first.keys()].sort((a, b) => a - b).map((word) => first.get(word));
  }

  // What stands in the text from one position to another.
  function words_between(passages, [from, to]) {
    return passages.flatMap(({ start, text }) => {
      const spans = analyze(text);
      const left = Math.max(from - start, 0), right = Math.min(to - start, spans.length - 1);
      return left <= right ? [text.slice(spans[left][1], spans[right][2])] : [];
    }).join(" ");
  }

  return { hits, best, reasons, runs };
}
