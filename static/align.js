// Which sentences of two or three texts tell the same. Each sentence of one text is compared with each of another by
// the words they share, weighed by how few sentences of a text have them (TF-IDF over sentences, after R. Nelken and S. Shieber,
// "Towards robust context-sensitive sentence alignment for monolingual corpora", EACL 2006), and by what ties them.
// Then the most alike pair is joined, and so on down (competitive linking: I. D. Melamed, "Models of translational
// equivalence among words", 2000), in whatever order the texts tell it.
"use strict";

// musnad_align(texts) -> { cosine(text, sentence, text, sentence), rows(ties) }. `texts`: of each its sentences, each a
// list of terms; `ties`: [text, sentence, text, sentence, how much]. A row has, for each text, its sentences that tell
// the same, in order; rows are in the first text's order, those it has not after what they follow in theirs.
function musnad_align(texts) {
  const LEAST = 0.25, NEXT = 0.2, NEAR = 0.05; // measured on pairs of reports that were read
  const most = Math.max(1, ...texts.map((sentences) => sentences.length)), having = new Map();
  for (const sentences of texts) {
    const own = new Map();
    for (const terms of sentences) for (const term of new Set(terms)) own.set(term, (own.get(term) ?? 0) + 1);
    for (const [term, times] of own) having.set(term, Math.max(times, having.get(term) ?? 0));
  }
  const vectors = texts.map((sentences) => sentences.map((terms) => {
    const vector = new Map([...new Set(terms)].map((term) => [term, Math.log((1 + most / having.get(term)) / 2) + 0.01]));
    const norm = Math.hypot(...vector.values()) || 1;
    for (const [term, weight] of vector) vector.set(term, weight / norm);
    return vector;
  }));
  const tied = new Map(), key = (x, i, y, j) => (x < y ? [x, i, y, j] : [y, j, x, i]).join();

  function cosine(x, i, y, j) {
    let sum = 0;
    for (const [term, weight] of vectors[x][i]) sum += weight * (vectors[y][j].get(term) ?? 0);
    return sum;
  }

  // How alike two sentences are, a little less where they are far apart.
  function alike(x, i, y, j) {
    const apart = Math.abs(i / texts[x].length - j / texts[y].length);
    return cosine(x, i, y, j) + (tied.get(key(x, i, y, j)) ?? 0) - NEAR * apart;
  }

  const sentence = (y) => texts[y].map((_, j) => ({ cells: texts.map((_, k) => (k === y ? [j] : [])) }));
  let rows = [];

  // Joins a text to the rows of those before it.
  function join(y) {
    const found = [], place = new Map();
    rows.forEach((row, at) => texts[y].forEach((_, j) => {
      const score = Math.max(...row.cells.flatMap((cell, x) => cell.map((i) => alike(x, i, y, j))));
      found.push([score, at, j]);
    }));
    found.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
    const taken = new Map();
    for (const [score, at, j] of found) {
      if (score >= LEAST && !taken.has(at) && !place.has(j)) {
        taken.set(at, [j]);
        place.set(j, at);
      }
    }
    // What is left goes where the sentence beside it went, if it tells of that too.
    const gone = new Map();
    for (const [score, at, j] of found) {
      if (score < NEXT) break;
      if (!place.has(j) && taken.get(at)?.some((other) => Math.abs(other - j) === 1)) {
        taken.get(at).push(j);
        place.set(j, at);
      } else if (!taken.has(at) && !gone.has(at) && Math.abs((place.get(j) ?? NaN) - at) === 1) {
        gone.set(at, place.get(j));
      }
    }
    for (const [at, to] of gone) {
      if (gone.has(to)) continue;
      rows[at].cells.forEach((cell, x) => rows[to].cells[x].push(...cell));
      rows[at].gone = true;
    }
    for (const [at, own] of taken) rows[at].cells[y] = own;
    rows.forEach((row) => row.cells.forEach((cell) => cell.sort((a, b) => a - b)));
    const last = new Map(), made = [];
    let after = null;
    texts[y].forEach((_, j) => {
      if (place.has(j)) after = rows[place.get(j)];
      else last.set(after, [...(last.get(after) ?? []), j]);
    });
    const own = sentence(y);
    for (const row of [null, ...rows]) {
      if (row && !row.gone) made.push(row);
      for (const j of last.get(row) ?? []) made.push(own[j]);
    }
    rows = made;
  }

  return {
    cosine,
    rows(ties) {
      for (const [x, i, y, j, worth] of ties) {
        const at = key(x, i, y, j);
        tied.set(at, Math.max(worth, tied.get(at) ?? 0));
      }
      rows = sentence(0);
      for (let y = 1; y < texts.length; y++) join(y);
      return rows.map(({ cells }) => cells);
    },
  };
}

// A folded word without what may stand before and after it: L. Larkey, L. Ballesteros and M. Connell's light10 (2007).
function musnad_stem(form) {
  let stem = form.replace(/^و(?=...)/, "").replace(/^(?:وال|بال|كال|فال|ال|لل)(?=..)/, "");
  for (const end of ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"]) {
    if (stem.endsWith(end) && stem.length > end.length + 1) stem = stem.slice(0, -end.length);
  }
  return stem;
}
