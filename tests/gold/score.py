#!/usr/bin/env python3
# ruff: noqa
"""Score annotations against a gold folder (mentions.json, claims.json, entities.json beside the texts).

    python build.py annotate --json FILE... > predicted.json
    python score.py predicted.json GOLD_DIR [--json]

`predicted.json` is one object:

    {"articles": [{"file": "name.txt",                      # the input's base name
                   "mentions": [{"start", "end", "type", "entity", "value"}],
                   "claims":   [{"id", "content": {"start", "end"}, "source": {...}|null, "cue": {...}|null,
                                 "kind", "modality", "speaker": {"entity", "name"}, "via": [{"entity", "name"}]}]}],
     "links":    [{"a": claim id, "b": claim id, "relation"}]}

Offsets are Unicode code points into the raw input file (UTF-8, newlines untouched); claim ids are unique over all files.
`value` is an EDTF string for a date and {"number", "comparator", "unit"} for a quantity.

What is measured
  mentions   strict F1 (same start, end and type), per type and over all; `untyped` ignores the type
  entities   B-cubed F1 of the grouping of name mentions into entities, over the names found on both sides
  dates      share of the gold dates with a value whose span was found and whose EDTF value is equal
  quantities the same for number and comparator
  claims     F1 of contents: `overlap` counts a pair whose character intersection over union is at least 0.8, `exact` equality;
             over the matched pairs: accuracy of kind and modality, cue and source (intersection over union >= 0.5, or both absent),
             B-cubed F1 of speakers, accuracy of the via chain (by name or alias)
  links      precision and recall on the links that are sure; a not_link or a wrong relation is false; a link that gold
             calls unsure, or whose claims did not match, counts neither way
"""

import argparse, json, sys
from collections import defaultdict
from pathlib import Path

NAMES = {"person", "organization", "place", "group", "event"}


def f1(tp, predicted, gold):
    p = tp / predicted if predicted else 0.0
    r = tp / gold if gold else 0.0
    return {
        "p": round(p, 4),
        "r": round(r, 4),
        "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0,
        "gold": gold,
    }


def b_cubed(pairs):
    """F1 of two groupings of the same items, given as (predicted label, gold label)."""
    by_p, by_g = defaultdict(set), defaultdict(set)
    for i, (p, g) in enumerate(pairs):
        by_p[p].add(i)
        by_g[g].add(i)
    if not pairs:
        return 0.0
    p = sum(len(by_p[a] & by_g[b]) / len(by_p[a]) for a, b in pairs) / len(pairs)
    r = sum(len(by_p[a] & by_g[b]) / len(by_g[b]) for a, b in pairs) / len(pairs)
    return round(2 * p * r / (p + r), 4)


def iou(a, b):
    if not a or not b:
        return 1.0 if not a and not b else 0.0
    inter = max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))
    return inter / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if inter else 0.0


def fold(s):
    return "".join(c for c in (s or "").lower() if c.isalnum()).translate(str.maketrans("أإآٱىة", "ااااyه"))


def score_mentions(predicted, gold):
    key = lambda f, m: (f, m["start"], m["end"])
    g = {(*key(m["file"], m), m["type"]): m for m in gold}
    p = {(*key(a["file"], m), m["type"]): m for a in predicted for m in a["mentions"]}
    out = {"all": f1(len(g.keys() & p.keys()), len(p), len(g))}
    out["names"] = f1(
        len({k for k in g.keys() & p.keys() if k[3] in NAMES}),
        sum(k[3] in NAMES for k in p),
        sum(k[3] in NAMES for k in g),
    )
    for t in sorted({k[3] for k in g}):
        out[t] = f1(
            sum(k[3] == t for k in g.keys() & p.keys()), sum(k[3] == t for k in p), sum(k[3] == t for k in g)
        )
    gu, pu = {k[:3] for k in g}, {k[:3] for k in p}
    out["untyped"] = f1(len(gu & pu), len(pu), len(gu))
    both = [k for k in g.keys() & p.keys() if k[3] in NAMES]
    unlinked = (f"?{k}" for k in both)
    entities = b_cubed([(p[k].get("entity") or next(unlinked), g[k]["entity"]) for k in both])
    dates = [(k, m) for k, m in g.items() if k[3] == "date" and m["value"]]
    date_ok = sum(1 for k, m in dates if k in p and p[k].get("value") == m["value"])
    quantities = [(k, m) for k, m in g.items() if k[3] == "quantity"]

    def same(a, b):
        a = a or {}
        if b.get("number") is None:
            return a.get("number") is None
        return (
            a.get("number") is not None
            and abs(a["number"] - b["number"]) < 0.01 * max(1, abs(b["number"]))
            and a.get("comparator") == b["comparator"]
        )

    quantity_ok = sum(1 for k, m in quantities if k in p and same(p[k].get("value"), m["value"]))
    return (
        out,
        {"b_cubed_f1": entities, "mentions": len(both)},
        {"value_accuracy": round(date_ok / len(dates), 4) if dates else None, "gold": len(dates)},
        {
            "value_accuracy": round(quantity_ok / len(quantities), 4) if quantities else None,
            "gold": len(quantities),
        },
    )


def match(predicted, gold):
    """Greedy best-overlap matching of claims of one file; pairs (p, g, iou)."""
    cand = sorted(
        (
            (iou(p["content"], g["content"]), i, j)
            for i, p in enumerate(predicted)
            for j, g in enumerate(gold)
        ),
        reverse=True,
    )
    used_p, used_g, pairs = set(), set(), []
    for o, i, j in cand:
        if o > 0.3 and i not in used_p and j not in used_g:
            used_p.add(i)
            used_g.add(j)
            pairs.append((predicted[i], gold[j], o))
    return pairs


def score_claims(predicted, gold, names):
    optional = [
        g for g in gold if g.get("boilerplate")
    ]  # claims in residue: finding or missing them counts neither way
    gold = [g for g in gold if not g.get("boilerplate")]
    pairs, n_p = [], 0
    for a in predicted:
        aside = [g for g in optional if g["file"] == a["file"]]
        claims = [p for p in a["claims"] if not any(iou(p["content"], g["content"]) >= 0.5 for g in aside)]
        n_p += len(claims)
        pairs += match(claims, [g for g in gold if g["file"] == a["file"]])
    good = [(p, g) for p, g, o in pairs if o >= 0.8]
    share = lambda xs: round(sum(xs) / len(xs), 4) if xs else 0.0

    def via_ok(p, g):
        pv, gv = p.get("via") or [], g["via"]
        return len(pv) == len(gv) and all(
            fold(a.get("name")) in names.get(b, {fold(b)}) for a, b in zip(pv, gv)
        )

    speaker = lambda p, n: (
        (p.get("speaker") or {}).get("entity") or fold((p.get("speaker") or {}).get("name")) or f"?{n}"
    )
    mods = sorted({g["modality"] for _, g in good})
    per = {
        m: f1(
            sum(p["modality"] == m == g["modality"] for p, g in good),
            sum(p["modality"] == m for p, _ in good),
            sum(g["modality"] == m for _, g in good),
        )
        for m in mods
    }
    return {
        "overlap": f1(len(good), n_p, len(gold)),
        "exact": f1(sum(o == 1 for *_, o in pairs), n_p, len(gold)),
        "kind": share([p["kind"] == g["kind"] for p, g in good]),
        "modality": share([p["modality"] == g["modality"] for p, g in good]),
        "modality_macro_f1": share([v["f1"] for v in per.values()]),
        "cue": share([iou(p.get("cue"), g["cue"]) >= 0.5 for p, g in good]),
        "source": share([iou(p.get("source"), g["source"]) >= 0.5 for p, g in good]),
        "speaker_b_cubed_f1": b_cubed([(speaker(p, n), g["speaker"]) for n, (p, g) in enumerate(good)]),
        "via": share([via_ok(p, g) for p, g in good]),
    }, {p["id"]: g["id"] for p, g, o in pairs if o >= 0.5}


def score_links(predicted, gold, not_links, to_gold):
    pair = lambda l, f=lambda x: x: frozenset((f(l["a"]), f(l["b"])))
    sure = {pair(l): l["relation"] for l in gold if l["sure"]}
    unsure = {pair(l) for l in gold if not l["sure"]}
    false = {pair(l) for l in not_links}
    hit, wrong, judged = defaultdict(int), 0, 0
    for l in predicted:
        if l["a"] not in to_gold or l["b"] not in to_gold:
            continue
        k = pair(l, to_gold.get)
        if k in sure:
            judged += 1
            if sure[k] == l["relation"]:
                hit[l["relation"]] += 1
            else:
                wrong += 1
        elif k in false or (k not in unsure and l["relation"] in ("same_statement", "contradicts")):
            judged += 1
            wrong += 1
    out = {"all": f1(sum(hit.values()), judged, len(sure))}
    for r in sorted(set(sure.values())):
        out[r] = {
            "recall": round(hit[r] / sum(v == r for v in sure.values()), 4),
            "gold": sum(v == r for v in sure.values()),
        }
    out["false"] = wrong
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("predicted", help="a file, or - for standard input")
    ap.add_argument("gold", type=Path, help="folder with mentions.json, claims.json, entities.json")
    ap.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    args = ap.parse_args()
    predicted = json.load(sys.stdin if args.predicted == "-" else open(args.predicted, encoding="utf-8"))
    load = lambda n: json.loads((args.gold / n).read_text(encoding="utf-8"))
    mentions, claims, entities = load("mentions.json")["mentions"], load("claims.json"), load("entities.json")
    files = {a["file"] for a in predicted["articles"]}
    mentions = [m for m in mentions if m["file"] in files]
    gold_claims = [c for c in claims["claims"] if c["file"] in files]
    names = {
        k: {fold(n) for n in [k, v.get("name_ar"), v.get("name_en"), *v.get("aliases", [])] if n}
        for k, v in entities.items()
    }
    m, e, d, q = score_mentions(predicted["articles"], mentions)
    c, to_gold = score_claims(predicted["articles"], gold_claims, names)
    ids = {x["id"] for x in gold_claims}
    inside = [l for l in claims["links"] if l["a"] in ids and l["b"] in ids]
    l = score_links(predicted.get("links", []), inside, claims.get("not_links", []), to_gold)
    report = {"mentions": m, "entities": e, "dates": d, "quantities": q, "claims": c, "links": l}
    if args.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
        return
    for part, rows in report.items():
        print(part)
        for k, v in rows.items():
            print(f"  {k:20}", "  ".join(f"{a} {b}" for a, b in v.items()) if isinstance(v, dict) else v)


if __name__ == "__main__":
    main()
