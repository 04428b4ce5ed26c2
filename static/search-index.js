// The search index in the browser: the lists that musnad/search/shards.py wrote, read shard by shard.
// A classic script that adds classic scripts, so that it works from file:// too.
"use strict";

// What every script of the index calls.
const musnad_shards = new Map();
function musnad_index(name, payload) {
  musnad_shards.set(name, payload);
}

// musnad_lists(folder) -> the index's lists; `folder` is the address of search/ with «/» at its end.
function musnad_lists(folder) {
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const PLACES = 2 ** 14; // an article's documents have keys from its number * PLACES on
  const VALUES = new Uint8Array(128); // of a letter's code
  for (let value = 0; value < 64; value++) VALUES[LETTERS.charCodeAt(value)] = value;
  const parsed = new Map(); // what was made of a payload
  let stretch = null;

  // The payload of a script of the index.
  async function load(name) {
    await musnad_script(name, folder);
    return musnad_shards.get(name);
  }

  // The manifest, with its tables.
  async function open() {
    const manifest = await load("manifest");
    manifest.tables = typeof manifest.tables === "string" ? await load(manifest.tables) : manifest.tables;
    stretch = stretcher(manifest.tables.pieces);
    for (const kind of "vpd") once(manifest[kind].shards, firsts); // before a reader waits for them
    return manifest;
  }

  // Squeezed text -> text; see musnad/search/squeeze.py.
  function stretcher(pieces) {
    const ESCAPE = "\0";
    return (text) => {
      let bits = 0, held = 0, at = 0, made = "";
      const bit = () => {
        if (!held) {
          bits = VALUES[text.charCodeAt(at++)];
          held = 6;
        }
        return (bits >> --held) & 1;
      };
      const ended = () => at >= text.length && !held;
      while (!ended()) {
        let code = 0, first = 0, piece;
        for (const row of pieces) {
          if (ended()) return made; // what fills the last letter up
          code = code * 2 + bit();
          first *= 2;
          if (code - first < row.length) {
            piece = row[code - first];
            break;
          }
          first += row.length;
        }
        if (piece === ESCAPE) {
          let unit = 0;
          for (let left = 16; left > 0; left--) unit = unit * 2 + bit();
          piece = String.fromCharCode(unit);
        }
        made += piece;
      }
      return made;
    };
  }

  // Base64 VLQ, see musnad/search/packing.py: a function that gives the next number, undefined after the last.
  function unpacked(text) {
    let at = 0;
    return () => {
      let number = 0, scale = 1;
      while (at < text.length) {
        const value = VALUES[text.charCodeAt(at++)];
        number += (value & 31) * scale;
        if (value < 32) return number;
        scale *= 32;
      }
      return undefined;
    };
  }

  // What `read` makes of a payload, made once.
  function once(payload, read) {
    if (!parsed.has(payload)) parsed.set(payload, read(payload));
    return parsed.get(payload);
  }

  // The payloads of a list's shards that can hold keys from `from` on and before `to`, and that `wanted` wants,
  // given the first key of a shard and of the next.
  async function shards(manifest, kind, from, to, wanted = () => true) {
    let { depth, shards } = manifest[kind];
    for (let levels = [shards]; ; depth--) {
      const names = levels.flatMap((payload) => once(payload, firsts));
      const some = names.filter(([first], index) => {
        const next = names[index + 1]?.[0];
        return first < to && !(next <= from) && wanted(first, next);
      });
      levels = await Promise.all(some.map(([, hash]) => load(`${kind}${depth ? depth - 1 : ""}-${hash}`)));
      if (!depth) return levels;
    }
  }

  // The shards of a level, see shards._told: [first key, hash].
  function firsts(payload) {
    const [keys, hashes] = payload.split("|");
    return hashes ? stretch(keys).split("\n").map((key, index) => [key, hashes.slice(index * 10, index * 10 + 10)]) : [];
  }

  // Rows of forms, see shards._forms: form -> terms.
  function forms(payload) {
    const found = new Map();
    let form = "", terms = [];
    for (const row of stretch(payload).split("\n")) {
      const [, same, rest, again, other] = /^(.)([^ =]*)(=?)(?: (.*))?$/.exec(row);
      form = form.slice(0, parseInt(same, 36)) + rest;
      if (!again) terms = other === undefined ? [form] : other.split(" ");
      found.set(form, terms);
    }
    return found;
  }

  // Rows of postings, see shards._postings: [key, forms, number of documents if told, numbers].
  function postings(payload) {
    const [head, ...numbers] = payload.split("|");
    return stretch(head).split("\n").map((row, index) => {
      const [key, others, having] = row.split("=");
      return [key, others ? others.split(" ") : [], having, numbers[index]];
    });
  }

  // The pieces of a term's postings: the first, and those after it that may have articles `within`, which tells whether
  // any of those that matter is from one number on and before another.
  async function rows(manifest, kind, term, within) {
    const number = (key) => (key?.startsWith(`${term} `) ? parseInt(key.slice(term.length + 1), 36) : undefined);
    const wanted = (first, next) => !within || first <= term || within(number(first) ?? 0, number(next) ?? Infinity);
    const loaded = await shards(manifest, kind, term, `${term}!`, wanted);
    const found = loaded.flatMap((payload) => once(payload, postings));
    return found.filter(([key]) => key === term || key.startsWith(`${term} `));
  }

  return {
    PLACES,
    load,
    once,
    open,
    shards,
    unpacked,
    stretch: (text) => stretch(text),

    // What `look` finds for the first of some forms for which it finds anything; of the others it looks for several at once.
    async first(forms, look) {
      for (let from = 0, number = 1; from < forms.length; from += number, number *= 4) {
        const found = await Promise.all(forms.slice(from, from + number).map(look));
        const some = found.find((each) => each.length);
        if (some) return some;
      }
      return [];
    },

    // The terms of a form, sorted; none where the index does not have it.
    async terms(manifest, form) {
      const [payload] = await shards(manifest, "v", form, `${form}!`);
      return payload === undefined ? [] : once(payload, forms).get(form) ?? [];
    },

    // The terms that begin so, as many as a beginning is taken for.
    async beginning(manifest, form) {
      const loaded = await shards(manifest, "p", form, `${form}\uffff`);
      const keys = loaded.flatMap((payload) => once(payload, postings)).map(([key]) => key);
      const terms = keys.filter((key) => key.startsWith(form) && !key.includes(" "));
      return terms.slice(0, manifest.tables.query.most);
    },

    // In how many documents a term is.
    async having(manifest, term) {
      const { having } = await this.levels(manifest, term, () => false);
      return having;
    },

    // The forms of a term, in how many documents it is, the keys of these and its level in each, at least of
    // those of articles `within`, where this is given; see packing.levels.
    async levels(manifest, asked, within) {
      const term = asked.replace(/^\+/, ""), own = term === asked; // see vocabulary.KIN: nothing but that it is there
      const spelled = new Set([term]), keys = [], levels = [];
      let having = 0;
      for (const [, others, told, text] of await rows(manifest, "p", term, within)) {
        others.forEach((form) => spelled.add(form));
        having ||= Number(told ?? 0);
        const next = unpacked(text);
        for (let step = next(), number = 0; step !== undefined; step = next()) {
          number += step;
          let left = next(), key = number * PLACES;
          if (left % 2) {
            keys.push(key);
            levels.push(next() * own);
          }
          for (left >>= 1; left > 0; left--) {
            keys.push(key += next());
            levels.push(next() * own);
          }
        }
      }
      return { forms: spelled, having: having || keys.length, keys, levels };
    },

    // Where a term is: [key, occurrences] of each document, as above; see packing.occurrences.
    async places(manifest, term, within) {
      const found = [];
      for (const [, , , text] of await rows(manifest, "x", term, within)) {
        const next = unpacked(text);
        for (let step = next(), number = 0; step !== undefined; step = next()) {
          number += step;
          for (let documents = next(), key = number * PLACES; documents > 0; documents--) {
            key += next();
            const places = [];
            for (let left = next(), at = 0; left > 0; left--) places.push(at += next());
            found.push([key, places]);
          }
        }
      }
      return found;
    },

    // What results show of an article: the letters of musnad/search/record.py.
    async record(manifest, number) {
      const digits = number.toString(36), key = digits.padStart(8, "0");
      const [payload] = await shards(manifest, "d", key, `${key}!`);
      const hashes = once(payload, (text) => {
        const found = new Map();
        for (let at = 0, last = 0; at < text.length; at += 5) {
          let step = "";
          do step += text.charAt(at++); while (VALUES[step.charCodeAt(step.length - 1)] > 31);
          last += unpacked(step)();
          found.set(last, text.slice(at, at + 5));
        }
        return found;
      });
      return load(`d-${digits}-${hashes.get(number)}`);
    },
  };
}
