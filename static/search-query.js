// The query language in the browser; see musnad/search/query.py.
"use strict";

// musnad_query(signs, analyze) -> { parse(text) -> {clauses, excluded, cut} }; a phrase is [[form, as typed], …].
function musnad_query(signs, analyze) {
  const escape = (letters) => letters.replace(/[\\\]^-]/g, "\\$&");
  const quotes = escape(signs.quotes), spaces = escape(signs.spaces), not = escape(signs.not);
  const pattern = new RegExp(
    `([${not}]?)(?:[${quotes}]([^${quotes}]*)[${quotes}]|([^${quotes}${spaces}]+))|[${quotes}${spaces}]`, "g");

  function items(text) {
    const found = [];
    let either = false;
    for (const [, minus, quoted, plain] of text.matchAll(pattern)) {
      if (plain !== undefined && !minus && signs.or.includes(plain)) {
        either = found.length > 0;
        continue;
      }
      const words = quoted ?? plain ?? "";
      const phrase = analyze(words).map(([form, start, end]) => [form, words.slice(start, end)]);
      if (phrase.length) {
        found.push({ phrase, excluded: Boolean(minus), either });
        either = false;
      }
    }
    return found;
  }

  function parse(text) {
    const clauses = [], excluded = [];
    let room = signs.words;
    for (const item of items(text)) {
      if (item.phrase.length > room) return { clauses, excluded, cut: true };
      room -= item.phrase.length;
      if (item.excluded) excluded.push(item.phrase);
      else if (item.either && clauses.length) clauses.at(-1).push(item.phrase);
      else clauses.push([item.phrase]);
    }
    return { clauses, excluded, cut: false };
  }

  return { parse };
}
