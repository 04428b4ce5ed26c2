// The search index in the browser: the lists that musnad/search/shards.py wrote, read shard by shard.
// A classic script that adds classic scripts, so that it works from file:// too.
"use strict";

// What every script of the index calls.
const musnad_shards = new Map();
function musnad_index(name, payload) {
  musnad_shards.get(name).resolve(payload);
}

// musnad_lists(folder) -> the index's lists; `folder` is the address of search/ with «/» at its end.
function musnad_lists(folder) {
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]));
  const parsed = new Map();

  // The payload of a script of the index, loaded once.
  function load(name) {
    if (!musnad_shards.has(name)) {
      const shard = {};
      shard.promise = new Promise((resolve, reject) => {
        shard.resolve = resolve;
        const script = document.createElement("script");
        script.src = folder + name + ".js";
        script.onerror = () => {
          musnad_shards.delete(name);
          script.remove();
          reject(new Error(name));
        };
        document.head.append(script);
      });
      musnad_shards.set(name, shard);
    }
    return musnad_shards.get(name).promise;
  }

  // The shard of a list in which a key is, if it is there: the last that begins at or before it.
  async function shard(list, key) {
    let level = list.shards;
    for (let depth = list.depth; ; depth--) {
      const after = level.findIndex(([first]) => first > key);
      const row = level.at(after < 0 ? -1 : after - 1);
      if (after === 0 || !row) return null;
      if (depth === 0) return load(row[1]);
      level = await load(row[1]);
    }
  }

  // What a shard of rows has under a key. `read` makes a map of the rows, once.
  async function look_up(list, key, read) {
    const text = await shard(list, key);
    if (text === null) return undefined;
    if (!parsed.has(text)) parsed.set(text, new Map(read(text.split("|"))));
    return parsed.get(text).get(key);
  }

  // Rows "term occurrences".
  function* postings(rows) {
    for (const row of rows) yield row.split(" ");
  }

  // Rows of forms, see shards._forms.
  function* forms(rows) {
    let form = "", terms = [];
    for (const row of rows) {
      const [, same, rest, again, other] = /^(.)([^ =]*)(=?)(?: (.*))?$/.exec(row);
      form = form.slice(0, parseInt(same, 36)) + rest;
      if (!again) terms = other === undefined ? [form] : other.split(" ");
      yield [form, terms];
    }
  }

  // Base64 VLQ, see musnad/search/packing.py.
  function unpack(text) {
    const numbers = [];
    let number = 0, scale = 1;
    for (const letter of text) {
      const value = VALUES.get(letter);
      number += (value & 31) * scale;
      scale *= 32;
      if (value < 32) {
        numbers.push(number);
        number = 0;
        scale = 1;
      }
    }
    return numbers;
  }

  return {
    load,

    // The terms of a form, sorted; none where the index does not have it.
    async terms(list, form) {
      return await look_up(list, form, forms) ?? [];
    },

    // Where a term is: [number, place, length, occurrences] of each document, see packing.posting.
    async postings(list, term) {
      const numbers = unpack(await look_up(list, term, postings));
      const found = [];
      for (let at = 0, number = 0; at < numbers.length;) {
        number += numbers[at++];
        for (let documents = numbers[at++], place = 0; documents > 0; documents--) {
          place += numbers[at++];
          const length = numbers[at++];
          const places = [];
          for (let left = numbers[at++], last = 0; left > 0; left--) places.push(last += numbers[at++]);
          found.push([number, place, length, places]);
        }
      }
      return found;
    },

    // What results show of an article and its statements.
    async documents(list, number) {
      return (await shard(list, number))[number];
    },
  };
}
