// What results show of an article and its statements; see musnad/search/record.py.
"use strict";

// musnad_record(lists, analyze, modalities) -> { read(payload) -> record, clipped(record, range) and fields(record, place) -> passages }
function musnad_record({ stretch, unpacked }, analyze, modalities) {
  const all = (count, make) => Array.from({ length: count }, make);

  // The record in a payload of record.packed.
  function read(payload) {
    const [squeezed, names, numbers] = payload.split("|");
    const texts = stretch(squeezed).split("\n"), ids = names.split(" "), next = unpacked(numbers);
    let text = 2, block = 0, at = 0;
    const ranges = () => {
      let first = 0;
      return all(next(), () => [first += next(), first + next()]);
    };
    const sentences = all(next(), () => ({ block: block += next(), start: at += next(), text: texts[text++] }));
    const named = all(next(), () => {
      const head = next();
      return { names: all(head >> 1, () => texts[text++]), english: head % 2 > 0, stands: ranges() };
    });
    const carriers = all(next(), next), authors = all(next(), () => texts[text++]);
    const statements = ids.slice(1).map((id) => {
      const first = next();
      const said = { id, content: [first, first + next()], attribution: ranges() };
      said.speaker = named[next() - 1];
      said.via = all(next(), next);
      const head = next();
      said.cue = said.attribution[head % 3 - 1];
      said.modality = modalities[Math.floor(head / 3)];
      return said;
    });
    return { id: ids[0], title: texts[0], date: texts[1] || null, sentences, named, carriers, authors, statements };
  }

  // The sentences or parts of them from one position to another: {start, text, anchor}.
  function clipped({ sentences }, [from, to], anchor) {
    const found = [];
    for (const { block, start, text } of sentences) {
      const spans = analyze(text);
      const first = Math.max(from - start, 0), last = Math.min(to - start, spans.length - 1);
      if (first > last) continue;
      const left = first ? spans[first][1] : 0;
      const right = last < spans.length - 1 ? spans[last][2] : text.length;
      found.push({ start: start + first, text: text.slice(left, right), anchor: anchor || `p${block}` });
    }
    return found;
  }

  // Passages with a gap before each.
  function apart(texts) {
    let start = 1;
    return texts.map(([text, stands]) => {
      const passage = { start, text, stands };
      start += analyze(text).length + 1;
      return passage;
    });
  }

  // The passages of the four fields of the article (place 0) or of one of its statements (from 1).
  function fields(record, place) {
    const said = record.statements[place - 1];
    const inside = said?.content ?? [0, Infinity];
    const names = (places) => places.flatMap((index) => record.named[index].names);
    const heading = said
      ? [...said.attribution.map((range) => clipped(record, range).map(({ text }) => text).join(" ")),
        ...(said.speaker?.names ?? [])]
      : [record.title];
    const sources = said
      ? names([...new Set([...said.via, ...record.carriers])])
      : [...names(record.carriers), ...record.authors];
    const others = record.named.flatMap((one) => {
      const stands = one.stands.filter(([first, last]) => inside[0] <= first && last <= inside[1]);
      return stands.length ? one.names.map((name) => [name, stands]) : [];
    });
    const plain = (texts) => apart(texts.map((text) => [text, []]));
    return [plain(heading), clipped(record, inside, said?.id), apart(others), plain(sources)];
  }

  return { read, clipped, fields };
}
