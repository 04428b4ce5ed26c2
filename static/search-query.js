// The query language in the browser; see musnad/search/query.py and musnad/search/vocabulary.py.
"use strict";

// musnad_query(signs, analyze) -> { parse(text) -> {clauses, excluded, cut}, candidates(form) -> forms }
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
      const phrase = analyze(quoted ?? plain ?? "").map(([form]) => form);
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

  function candidates(form) {
    const found = [];
    for (const proclitic of ["", ...signs.proclitics]) {
      const rest = form.slice(proclitic.length);
      if (!form.startsWith(proclitic) || (rest.length < 2 && proclitic)) continue;
      found.push(rest);
      for (const article of signs.articles) {
        if (rest.startsWith(article) && rest.length >= article.length + 2) found.push(rest.slice(article.length));
      }
    }
    return found;
  }

  return { parse, candidates };
}
