// Other words for the words of a query: names in other spellings and scripts, words like a mistyped one, what may
// be typed next; see musnad/search/likeness.py, vocabulary.py, meant.py and completions.py.
"use strict";

// musnad_near({ tops, lists, open }) -> { terms(form), unseen(form), meant(text), complete(text) }
function musnad_near({ tops, lists, open }) {
  const table = tops.likeness;
  const FAR = 99, KEYS = 6, LONGEST = 24, LEAST = 3, BEST = 8, OFFERED = 3;
  const latin = (form) => /^[a-z]+$/.test(form);
  const arabic = (form) => /^[\u0620-\u06ff]+$/.test(form);
  const classes = new Map(table.classes.flatMap((letters, at) => [...letters].map((letter) => [letter, table.names[at]])));
  const graphemes = new RegExp(Object.keys(table.latin).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|"), "g");
  const written = (other) => other.replace(/[12]+$/, "");
  const unique = (some) => [...new Set(some)];

  // ---- how much alike words are: likeness.py ----

  const pairs = new Map();
  const vowels = [...table.vowels];
  const exchanged = vowels.flatMap((a) => vowels.filter((b) => b !== a).map((b) => a + b));
  for (const [cost, some] of [[2, [...exchanged, ...table.shape.split(" ")]], [1, table.sound.split(" ")]]) {
    for (const [a, b] of some) pairs.set(a + b, cost).set(b + a, cost);
  }

  function parts(word) {
    return word.replace(/([^aeiou])\1/g, "$1").match(graphemes) ?? [];
  }

  // A key with more classes, each run of one once.
  function joined(key, more) {
    for (const one of more) if (!key.endsWith(one)) key += one;
    return key;
  }

  function classed(letters) {
    return [...letters].map((letter) => classes.get(letter) ?? "").join("");
  }

  function keys(form) {
    if (form.length > LONGEST) return [];
    let found = [""];
    if (latin(form)) {
      for (const part of parts(form)) {
        const ways = unique(table.latin[part].map((other) => classed(written(other))));
        found = unique(found.flatMap((key) => ways.map((way) => joined(key, way)))).slice(0, KEYS);
      }
    } else if (arabic(form)) found = [joined("", classed(form))];
    return found.filter(Boolean);
  }

  // What a letter costs that the other word lacks.
  function more(word, at) {
    if (table.vowels.includes(word[at])) return at > 0 && at < word.length - 1 ? 1 : 2;
    return at && word[at - 1] === word[at] ? 1 : 3;
  }

  function distance(one, other) {
    if (Math.max(one.length, other.length) > LONGEST) return FAR;
    let before = [], row = [0];
    for (let at = 0; at < other.length; at++) row.push(row[at] + more(other, at));
    for (let i = 0; i < one.length; i++) {
      const last = row, lacking = more(one, i);
      row = [last[0] + lacking];
      for (let j = 0; j < other.length; j++) {
        let least = Math.min(
          last[j] + (pairs.get(one[i] + other[j]) ?? (one[i] === other[j] ? 0 : 4)),
          last[j + 1] + lacking,
          row[j] + more(other, j));
        if (i && j && one[i] !== other[j] && one[i] === other[j - 1] && other[j] === one[i - 1]) {
          least = Math.min(least, before[j - 1] + 2);
        }
        row.push(least);
      }
      before = last;
    }
    return row.at(-1);
  }

  // The same after letters of `form` that a Latin word does not write.
  function skipped(reached, form) {
    const found = new Map(reached);
    for (let at = 0; at < form.length; at++) {
      if (found.has(at) && table.vowels.includes(form[at])) {
        found.set(at + 1, Math.min(found.get(at + 1) ?? FAR, found.get(at) + 2));
      }
    }
    return found;
  }

  function sounds(word, form) {
    if (Math.max(word.length, form.length) > LONGEST) return FAR;
    let reached = new Map([[0, 0]]);
    const some = parts(word);
    some.forEach((part, place) => {
      const found = new Map(), ends = place === some.length - 1;
      for (const [at, cost] of skipped(reached, form)) {
        for (const other of table.latin[part]) {
          const letters = written(other);
          if (!form.startsWith(letters, at)) continue;
          const silent = !letters && ends && "aeiou".includes(part) ? 1 : 0, after = at + letters.length;
          found.set(after, Math.min(found.get(after) ?? FAR, cost + Number(other.slice(letters.length)) + silent));
        }
      }
      reached = found;
    });
    return skipped(reached, form).get(form.length) ?? FAR;
  }

  function skeleton(form) {
    return joined("", [...form].filter((letter) => !table.vowels.includes(letter)).join(""));
  }

  function said(form) {
    return table.dialect.split(" ").reduce((word, [letter, other]) => word.replaceAll(letter, other), form);
  }

  // Whether a name is another spelling of a form that the index does not have.
  function respelled(form, [kind, name]) {
    const shorter = Math.min(form.length, name.length), limit = shorter < 5 ? 1 : shorter < 8 ? 2 : 3;
    if (kind < "f") return shorter > 4 && form !== name && said(form) === said(name);
    const one = skeleton(form), other = skeleton(name);
    return form !== name && shorter >= 4 && one.length === other.length
      && ![...one].some((letter) => table.native.includes(letter))
      && [...one].filter((letter, at) => letter !== other[at]).length <= limit && distance(form, name) <= limit;
  }

  // What spellings of a foreign word share, or nothing; see bones in musnad/arabic/lemmas.py.
  function bones(form) {
    const { least, vowels, native, derived } = tops.foreign;
    if (form.length <= least || !arabic(form) || derived.some((begins) => form.startsWith(begins))) return "";
    const kept = (form[0] + form.slice(1).replace(/[وي](?!ه?$)/g, "")).replace(/(.)\1/g, "$1");
    const consonants = [...kept].filter((letter) => !vowels.includes(letter));
    return consonants.length < least || consonants.some((letter) => native.includes(letter)) ? "" : kept;
  }

  // Which of the names, each [kind, term], are `form` in another spelling or script, sorted.
  function related(form, names) {
    const found = new Set(), costs = [];
    for (const name of names) {
      const term = name[1];
      if (arabic(form) && arabic(term) && respelled(form, name)) found.add(term);
      const pair = latin(form) && arabic(term) ? [form, term] : arabic(form) && latin(term) ? [term, form] : null;
      const cost = pair ? sounds(...pair) : FAR;
      if (pair && cost <= pair[0].length >> 1) costs.push([cost, term]);
    }
    const best = Math.min(...costs.map(([cost]) => cost));
    for (const [cost, term] of costs) if (cost === best) found.add(term);
    return [...found].sort();
  }

  // ---- the lists: near.py ----

  async function lines(kind, from, to) {
    const loaded = await lists.shards(tops, kind, from, to);
    return loaded.flatMap((payload) => lists.once(payload, (text) => lists.stretch(text).split("\n")));
  }

  // What has a key: names as [kind, term], words and words with a class more as [level, as written].
  async function having(key) {
    const row = (await lines("k", key, `${key}!`)).find((line) => line.startsWith(`${key}=`));
    const [, names, exact, short] = row ? row.split("=") : ["", "", "", ""];
    const told = (text) => text.split(" ").filter(Boolean);
    const words = (text) => told(text).map((word) => [parseInt(word[0], 36), word.slice(1)]);
    return { names: told(names).map((name) => [name[0], name.slice(1)]), exact: words(exact), short: words(short) };
  }

  async function all_having(some) {
    const found = await Promise.all(unique(some).map(having));
    return ["names", "exact", "short"].reduce((sum, part) => ({ ...sum, [part]: found.flatMap((row) => row[part]) }), {});
  }

  function bare(form) {
    return /^(ال|لل)/.test(form) && form.length > 4 ? form.slice(2) : form;
  }

  // The names that a form which the index does not have may be another spelling of.
  async function unseen(form) {
    for (const stem of unique([form, bare(form)])) {
      const found = related(stem, (await all_having(keys(stem))).names);
      if (found.length) return found;
    }
    return [];
  }

  // The terms that such a form is searched under: a foreign word's in another spelling, or those of names.
  async function terms(form) {
    const { manifest, analyzer } = await open();
    const kept = unique(analyzer.guesses(form).map(bones).filter(Boolean));
    const found = await lists.first(kept, (some) => lists.terms(manifest, `~${some}`));
    if (found.length) return found;
    const named = await Promise.all((await unseen(form)).map((name) => lists.terms(manifest, name)));
    return unique(named.flat()).sort();
  }

  // ---- what a mistyped word may have been: meant.py ----

  function shortened(key) {
    return key.length > 2 ? unique([...key].map((_, at) => joined(key.slice(0, at), key.slice(at + 1)))) : [];
  }

  // What stands before a word, with its article, and the word.
  function parted(form, least) {
    const before = new RegExp(`^${table.before}`).exec(form)?.[0] ?? "";
    const head = form.length - before.length >= least ? before : "";
    return [head, form.slice(head.length)];
  }

  // The words like a form, best first: [as written, distance, level].
  async function like(form, unknown, fold) {
    const [head, stem] = parted(form, LEAST);
    const limit = [0, 0, 0, 1, 2, 3, 3][stem.length] ?? 4, found = new Map();
    const take = (words) => {
      for (const [level, word] of words) {
        const folded = fold(word);
        const cost = !arabic(folded) ? FAR : latin(stem) ? sounds(stem, folded) : distance(stem, folded);
        if (cost && cost <= limit) found.set(word, [head + word, cost, level]);
      }
    };
    const own = keys(stem), first = await all_having(own);
    take(first.exact);
    if (![...found.values()].some(([, cost]) => cost < 3)) {
      take(first.short);
      const less = await all_having(own.flatMap(shortened));
      take([...less.exact, ...less.short]);
    }
    const level = Math.max(unknown ? -1 : 0, ...first.exact.filter(([, word]) => fold(word) === stem).map(([own]) => own));
    return [...found.values()]
      .filter(([, cost, other]) => level < 0 || (cost < 2 && other > level + 5))
      .sort(([a, x, p], [b, y, q]) => x * 4 - p - (y * 4 - q) || (a < b ? -1 : 1));
  }

  // A text as its keys type it in the other layout.
  function retyped(text) {
    const { latin, arabic, joined: [two, one] } = table.keyboard;
    if (/[\u0620-\u06ff]/.test(text)) {
      return [...text.replaceAll(two, one)].map((letter) => latin[arabic.indexOf(letter)] ?? letter).join("");
    }
    return [...text.toLowerCase()].map((key) => (key === one ? two : arabic[latin.indexOf(key)] ?? key)).join("");
  }

  // The queries that may have been meant by one that finds little or nothing.
  async function meant(text) {
    const index = await open(), { fold, analyze, guesses } = index.analyzer;
    const known = async (form) => (await lists.first(guesses(form), (stem) => lists.terms(index.manifest, stem))).length > 0;
    const all_known = async (forms) => forms.length > 0 && !(await Promise.all(forms.map(known))).includes(false);
    const words = index.query.parse(text).clauses.flat(2);
    if (!words.length || words.length > BEST) return [];
    const strange = (await Promise.all(words.map(async ([form]) => !(await known(form)))));
    const other = retyped(text);
    if (!strange.includes(false) && await all_known(analyze(other).map(([form]) => form))) return [other];
    const alike = await Promise.all(words.map(([form], at) => like(form, strange[at], fold)));
    let found = [text];
    for (const [at, [, typed]] of words.entries()) {
      const some = alike[at].slice(0, words.length > 1 ? 1 : OFFERED);
      if (strange[at] && !some.length) return [];
      if (some.length) found = found.flatMap((query) => some.map(([word]) => query.replace(typed, () => word)));
    }
    return found.filter((query) => query !== text);
  }

  // ---- what may be typed next: completions.py ----

  function completion(text) {
    const [kind, articles, id, name, english] = text.split("=");
    return { kind, articles: Number(articles), id, name, english };
  }

  function best(some, kind) {
    const each = new Map(some.filter((one) => (one.kind === "w") === kind).map((one) => [one.id + one.name, one]));
    return [...each.values()].sort((a, b) => (
      b.articles - a.articles || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))).slice(0, BEST);
  }

  async function completed(begins) {
    const rows = (all) => all.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
    const top = rows(await lines("w", `${begins}!`, `${begins}!!`)).find(([key]) => key === `${begins}!`);
    const found = top ? [top] : rows(await lines("w", begins, `${begins}\uffff`)).filter(([key]) => key.startsWith(begins) && !key.endsWith("!"));
    const some = found.flatMap(([, told]) => told.split("|").map(completion));
    return [...best(some, false), ...best(some, true)];
  }

  // What a text may become: of all of it, or of its last words; `from` is where in it they begin.
  async function complete(text) {
    const { analyzer } = await open();
    const words = analyzer.analyze(text).slice(-4);
    for (let at = 0; at < words.length; at++) {
      const begins = words.slice(at).map(([form]) => form).join(" ");
      const [head, stem] = parted(begins, 1);
      const bare = head ? (await completed(stem)).filter(({ kind }) => kind === "w") : [];
      const found = [...await completed(begins), ...bare.map((word) => ({ ...word, name: head + word.name }))];
      if (found.length) return { from: words[at][1], found };
    }
    const [form, from] = words.at(-1) ?? [""];
    const names = form.length > LEAST ? await unseen(form) : [];
    const found = (await Promise.all(names.slice(0, 2).map(completed))).flat();
    return { from, found: [...best(found, false), ...best(found, true)] };
  }

  return { terms, unseen, meant, complete };
}
