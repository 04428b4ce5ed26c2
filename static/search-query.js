// The query language in the browser; see musnad/search/query.py.
"use strict";

// musnad_query(signs, analyze, fold) -> { parse(text) -> {clauses, excluded, filters, days, cut} }; a phrase is
// [[form, as typed, whether it only begins so], …], a filter [letter of the field, phrase, excluded].
function musnad_query(signs, analyze, fold) {
  const LATEST = 3652059, UNIX = 719163; // 9999-12-31 and 1970-01-01, as days
  const escape = (letters) => letters.replace(/[\\\]^-]/g, "\\$&");
  const quotes = escape(signs.quotes), spaces = escape(signs.spaces), not = escape(signs.not);
  const pattern = new RegExp(
    `([${not}]?)((?:[^${quotes}${spaces}:]+:)?)(?:[${quotes}]([^${quotes}]*)[${quotes}]|${signs.article}([^${quotes}${spaces}]+))|[${quotes}${spaces}]`, "gi");
  const DAY = "([1-9][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?";
  const DAYS = new RegExp(`^(?:${DAY})?(\\.\\.)?(?:${DAY})?$`);

  function day_of(year, month, day) {
    return Date.UTC(year, (month ?? 1) - 1, 1) / 864e5 + UNIX + Number(day ?? 1) - 1;
  }

  function last_of(year, month, day) {
    return day ? day_of(year, month, day) : Math.min(Date.UTC(year, month ?? 12, 1) / 864e5 + UNIX - 1, LATEST);
  }

  // The first and last day of «2019», «2019-03..», «2019-03-01..2019-04»; null where it is no such.
  function days(value) {
    const found = DAYS.exec(value);
    if (!found || !(found[1] || found[5]) || (found[5] && !found[4])) return null;
    const ends = found[4] ? found.slice(5, 8) : found.slice(1, 4);
    return [found[1] ? day_of(...found.slice(1, 4)) : 1, ends[0] ? last_of(...ends) : LATEST];
  }

  function phrase_of(words) {
    return analyze(words).map(([form, start, end]) => [form, words.slice(start, end), false]);
  }

  // What stands together: a field's name with «:» or nothing, then a text in quotation marks or without.
  function read(name, quoted, plain) {
    const value = quoted ?? plain, folded = fold(value);
    const [field] = Object.entries(signs.fields).find(([, names]) => names.includes(fold(name.slice(0, -1)))) ?? [];
    if (field && Object.hasOwn(signs.values, field)) {
      const [code] = Object.entries(signs.values[field]).find(([, names]) => names.includes(folded)) ?? [folded];
      return [{ field, phrase: [[code, value, false]] }];
    }
    if (field && field !== "d" && phrase_of(value).length) return [{ field, phrase: phrase_of(value) }];
    return (quoted === undefined ? [name + plain] : [name, quoted]).map((words) => {
      const phrase = phrase_of(words), last = phrase.at(-1);
      if (last && quoted === undefined && words.endsWith(signs.begins) && last[0].length >= signs.least) last[2] = true;
      return { phrase };
    });
  }

  function parse(text) {
    const found = { clauses: [], excluded: [], filters: [], days: null, cut: false };
    let room = signs.words, either = false, any = false;
    for (const [, minus, name, quoted, , plain] of text.matchAll(pattern)) {
      if (plain === undefined && quoted === undefined) continue;
      if (plain !== undefined && !minus && !name && signs.or.includes(plain)) {
        either = any;
        continue;
      }
      const asked = !minus && signs.fields.d.includes(fold(name.slice(0, -1))) && days(fold(quoted ?? plain));
      for (const { field, phrase } of asked ? [{ phrase: [null] }] : read(name, quoted, plain)) {
        if (!phrase.length) continue;
        if (phrase.length > room) return { ...found, cut: true };
        room -= phrase.length;
        if (asked) found.days = found.days ? [Math.max(found.days[0], asked[0]), Math.min(found.days[1], asked[1])] : asked;
        else if (field) found.filters.push([field, phrase, Boolean(minus)]);
        else if (minus) found.excluded.push(phrase);
        else if (either && found.clauses.length) found.clauses.at(-1).push(phrase);
        else found.clauses.push([phrase]);
        either = false;
        any = true;
      }
    }
    return found;
  }

  return { parse };
}
