// The search analyzer in the browser: the same tokens as musnad/arabic/analyzer.py, from the same table
// (musnad.arabic.analyzer.table). A classic script, so that it also runs from file://. It asks the browser
// nothing about letters: engines know different versions of Unicode.
"use strict";

// musnad_analyzer(table) -> {
//   analyze(text) -> [[token, start, end], …]   folded words and numbers; offsets count UTF-16 units
//   fold(text) -> string
//   guesses(form) -> [string, …]                what a folded word of a query may be found as, itself first
// }
function musnad_analyzer(table) {
  const LETTER = 1, MARK = 2, INVISIBLE = 3, DIGIT = 4;
  const kinds = new Uint8Array(0x10000);
  for (const [kind, ranges] of [[LETTER, table.letters], [MARK, table.marks], [INVISIBLE, table.invisible]]) {
    for (const [first, last] of ranges) kinds.fill(kind, first, last + 1);
  }
  for (const digit of table.digits) kinds[digit.charCodeAt(0)] = DIGIT;
  const near = new Map(Object.entries(table.fold).flatMap(([folded, letters]) => [...letters].map((letter) => [letter, folded])));
  const separators = table.thousands + table.decimals + table.separators;

  function kind(text, index) {
    return index < text.length ? kinds[text.charCodeAt(index)] : 0;
  }

  function fold(text) {
    let folded = "";
    for (let index = 0; index < text.length; index++) {
      const code = kind(text, index);
      if (code === MARK || code === INVISIBLE) continue;
      const letter = text.charAt(index);
      folded += near.get(letter) ?? letter;
    }
    return folded;
  }

  // Where a word that starts at `start` ends: after its last letter or mark.
  function word_end(text, start) {
    let end = start + 1;
    for (let index = end; ; index++) {
      const code = kind(text, index);
      if (code === LETTER || code === MARK) end = index + 1;
      else if (code !== INVISIBLE) return end;
    }
  }

  // A word as one folded word, or as the two that are written together in it («عبدالله»).
  const { conjunctions, prepositions, joined, articles } = table.clitics;
  const together = new RegExp(`^[${conjunctions.join("")}]?[${prepositions.join("")}]?${joined}(?=${articles[0]}..)`);

  function words(text, start, end) {
    const folded = fold(text.slice(start, end)), head = together.exec(folded)?.[0];
    if (!head) return [[folded, start, end]];
    let middle = start, left = head.length;
    while ((left -= fold(text.charAt(middle)).length) >= 0) middle++;
    return [[head, start, middle], [folded.slice(head.length), middle, end]];
  }

  // The spans of the digits of a number that starts at `start`: one separator may stand between two of them.
  function digit_spans(text, start) {
    const spans = [];
    let index = start;
    for (;;) {
      const first = index;
      while (kind(text, index) === DIGIT) index++;
      spans.push([first, index]);
      if (index >= text.length || !separators.includes(text.charAt(index)) || kind(text, index + 1) !== DIGIT) return spans;
      index++;
    }
  }

  // Whether digits stand in groups of three: «1,234,567».
  function grouped(parts, between) {
    return (table.thousands + table.separators).includes(between.charAt(0))
      && between === between.charAt(0).repeat(between.length)
      && parts[0].length <= 3 && parts[0].charAt(0) !== "0"
      && parts.slice(1).every((part) => part.length === 3);
  }

  // Digits joined over their thousands, with a point before decimals; null where this is not one number.
  function number_value(parts, between) {
    if (parts.length === 1) return parts[0];
    if (grouped(parts, between)) return parts.join("");
    const head = between.slice(0, -1), last = between.slice(-1);
    const whole = parts.length === 2 || (grouped(parts.slice(0, -1), head) && !head.includes(last));
    if (whole && (table.decimals + table.separators).includes(last)) {
      return parts.slice(0, -1).join("") + "." + parts[parts.length - 1];
    }
    return null;
  }

  function analyze(text) {
    const found = [];
    let index = 0;
    while (index < text.length) {
      const code = kind(text, index);
      if (code === LETTER) {
        const end = word_end(text, index);
        found.push(...words(text, index, end));
        index = end;
      } else if (code === DIGIT) {
        const spans = digit_spans(text, index), end = spans[spans.length - 1][1];
        const parts = spans.map(([first, last]) => fold(text.slice(first, last)));
        const value = number_value(parts, spans.slice(0, -1).map(([, last]) => text.charAt(last)).join(""));
        if (value !== null) found.push([value, index, end]);
        else spans.forEach(([first, last], place) => found.push([parts[place], first, last]));
        index = end;
      } else {
        index++;
      }
    }
    return found;
  }

  // The lengths of the conjunction, the particle, and both, that a folded word may begin with; 0 first.
  function proclitics(word) {
    const { conjunctions, prepositions, future, future_before } = table.clitics;
    const conjunction = conjunctions.includes(word.charAt(0)) ? 1 : 0;
    const lengths = new Set([0]);
    if (conjunction) lengths.add(1);
    for (const start of new Set([0, conjunction])) {
      const letter = word.charAt(start);
      const verb = letter === future && word.length > start + 1 && future_before.includes(word.charAt(start + 1));
      if (verb || prepositions.includes(letter)) lengths.add(start + 1);
    }
    return [...lengths].filter((length) => length === 0 || word.length - length >= 2).sort((a, b) => a - b);
  }

  function stems(word) {
    const { articles, pronouns, before_pronoun } = table.clitics;
    const cuts = [];  // letters lost, how many of these to a pronoun, stem
    for (const start of proclitics(word)) {
      cuts.push([start, 0, word.slice(start)]);
      for (const pronoun of pronouns) {
        const end = word.length - pronoun.length, lost = start + pronoun.length;
        if (end - start < 3 || !word.endsWith(pronoun)) continue;
        const stem = word.slice(start, end);
        for (const [ending, bare] of Object.entries(before_pronoun)) {
          if (stem.endsWith(ending)) cuts.push([lost, pronoun.length, stem.slice(0, -ending.length) + bare]);
        }
        cuts.push([lost, pronoun.length, stem]);
      }
      for (const article of articles) {
        const head = start + article.length;
        if (word.startsWith(article, start) && word.length - head >= 2) cuts.push([head, 0, word.slice(head)]);
      }
    }
    cuts.sort((a, b) => (a[1] > 0) - (b[1] > 0) || a[0] - b[0] || a[1] - b[1]);
    return [...new Set(cuts.map(([, , stem]) => stem))];
  }

  // A word with another ending, if it ends so and as many letters are left.
  function ending(word, [end, other], least) {
    const bare = word.slice(0, word.length - end.length) + other;
    return word.endsWith(end) && bare.length >= least ? [bare] : [];
  }

  function guesses(form) {
    const { spelled, inflected } = table.clitics.unseen;
    const found = stems(form);
    const other = (pairs, least) => found.flatMap((stem) => pairs.flatMap((pair) => ending(stem, pair, least)));
    return [...new Set([...found, ...other(spelled, 2), ...other(inflected, 3)])];
  }

  return { analyze, fold, guesses };
}
