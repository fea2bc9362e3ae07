# SPDX-License-Identifier: Apache-2.0
"""Measures claims against the project's own gold (tests/data/claims) and holds floors.

  claims_gold.py CLAIMSIFT SOURCE_DIR [--write] [--errors[=HALF]]

Runs configs/claims.yaml with every sentence tagged and parsed. `--write` brings the table in docs/claims.md up to
date; `--errors` prints what differs, `--errors=first` of that half alone.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HALVES = ("first", "second")  # looked at while the rules were made; written afterwards
FIELDS = ("spans", "types", "standalone", "unresolved", "relations")
# F1, below what was measured by some claims, so that a model trained again does not fail for one of them.
FLOORS = {"spans": 80, "types": 86, "standalone": 82, "unresolved": 62, "relations": 29}
LEAST_OVERLAP = 0.8  # of two spans, by intersection over union, to be the same claim


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def gold_claims(document):
    """[(begin, end, claim)]: spans are given by their words, `nth` where they occur more than once."""
    found = []
    for claim in document["claims"]:
        begin = -1
        for _ in range(claim.get("nth", 1)):
            begin = document["text"].index(claim["text"], begin + 1)
        standalone = claim.get("standalone") or claim["text"][0].upper() + claim["text"][1:] + "."
        found.append((begin, begin + len(claim["text"]), dict(claim, standalone=standalone)))
    return found


def run(program, source, documents, folder):
    (folder / "in.jsonl").write_text("".join(
        json.dumps({k: d[k] for k in ("id", "published", "text")}) + "\n" for d in documents), encoding="utf-8")
    (folder / "gold.yaml").write_text(
        "claimsift: 1\ninclude: %s/configs/claims.yaml\ninput: {use: read, paths: [in.jsonl]}\n"
        "stages:\n  tags:\n  syntax:\n  claims_out: {use: write_claims, path: out.jsonl}\n" % source, encoding="utf-8")
    subprocess.run([str(program), "run", str(folder / "gold.yaml"), "--quiet", "--overwrite"], check=True, cwd=folder)
    by_document = collections.defaultdict(list)
    for claim in read(folder / "out.jsonl"):
        by_document[claim["doc_id"]].append(claim)
    return by_document


def overlap(a, b):
    inside = min(a[1], b[1]) - max(a[0], b[0])
    return inside / (max(a[1], b[1]) - min(a[0], b[0])) if inside > 0 else 0


def pairs_of(gold, found):
    """One-to-one pairs of the same claim, best overlap first."""
    ranked = sorted(((-overlap(g[:2], (f["begin"], f["end"])), i, j) for i, g in enumerate(gold)
                     for j, f in enumerate(found)))
    pairs, used = {}, set()
    for share, i, j in ranked:
        if -share >= LEAST_OVERLAP and i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


class Count:
    """Right, found and gold items of one field."""

    def __init__(self):
        self.right = self.found = self.gold = 0

    def add(self, gold, found):
        gold, found = collections.Counter(gold), collections.Counter(found)
        self.right += sum((gold & found).values())
        self.found += sum(found.values())
        self.gold += sum(gold.values())

    def figures(self):
        p, r = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0


def measure(documents, found_by_document, errors):
    counts = {field: Count() for field in FIELDS}
    for document in documents:
        gold, found = gold_claims(document), found_by_document[document["id"]]
        pairs = pairs_of(gold, found)
        counts["spans"].right += len(pairs)
        counts["spans"].found += len(found)
        counts["spans"].gold += len(gold)
        named = {found[j]["claim_id"]: i for i, j in pairs.items()}
        for i, j in sorted(pairs.items()):
            g, f = gold[i][2], found[j]
            given = {
                "types": (g["types"], f["types"]),
                "standalone": ([g["standalone"]], [f["standalone"]]),
                "unresolved": ([(u["text"], u["why"]) for u in g.get("unresolved", [])],
                               [(u["text"], u["why"]) for u in f["unresolved"]]),
                "relations": ([(r["type"], r["to"]) for r in g.get("relations", [])],
                              [(r["type"], named.get(r["claim_id"], -1)) for r in f["relations"]])}
            for field, (want, got) in given.items():
                counts[field].add(want, got)
                if errors and sorted(want) != sorted(got):
                    print("%s %s: %s\n    gold  %s\n    found %s" % (document["id"], field, g["text"], want, got))
        counts["relations"].gold += sum(len(c[2].get("relations", [])) for i, c in enumerate(gold) if i not in pairs)
        if errors:
            for i, (_, _, c) in enumerate(gold):
                if i not in pairs:
                    print("%s missed: %s" % (document["id"], c["text"]))
            for j, c in enumerate(found):
                if j not in pairs.values():
                    print("%s more:   %s" % (document["id"], c["text"]))
    return counts


def table(results):
    lines = ["| field | " + " | ".join("%s half: precision | recall | F1" % half for half in results) + " |",
             "|---|" + "---|---|---|" * len(results)]
    for field in FIELDS:
        cells = ["%.1f" % x for half in results for x in results[half][field].figures()]
        lines.append("| " + " | ".join([field] + cells) + " |")
    return "\n".join(lines)


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    options = sys.argv[3:]
    results = {}
    for half in HALVES:
        documents = read(source / "tests/data/claims" / (half + ".jsonl"))
        with tempfile.TemporaryDirectory() as folder:
            found = run(program, source, documents, pathlib.Path(folder))
        results[half] = measure(documents, found, "--errors" in options or "--errors=" + half in options)
    measured = table(results)
    print(measured)
    low = ["%s of the %s half: F1 %.1f, at least %d was expected" % (field, half, counts[field].figures()[2], FLOORS[field])
           for half, counts in results.items() for field in FIELDS if counts[field].figures()[2] < FLOORS[field]]
    page = source / "docs/claims.md"
    marked = re.compile(r"(<!-- measured -->\n).*?(<!-- end -->)", re.S)
    if "--write" in options:
        text = page.read_text(encoding="utf-8")
        page.write_text(marked.sub(lambda m: m.group(1) + measured + "\n" + m.group(2), text), encoding="utf-8")
    if low:
        sys.exit("\n".join(low))


if __name__ == "__main__":
    main()
