// node search_minisearch.mjs TEXTS.jsonl OUT.json: an index of MiniSearch's, with its defaults, as JSON.
// It stores titles for its results, and no texts: these would double it.
import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";

const [, , texts, out] = process.argv;
const rows = readFileSync(texts, "utf8").split("\n").filter(Boolean).map((row) => JSON.parse(row));
const index = new MiniSearch({ fields: ["title", "text"], storeFields: ["title"] });
index.addAll(rows);
writeFileSync(out, JSON.stringify(index));
