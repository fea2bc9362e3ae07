#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs a ready pipeline over the sample articles and validates what it writes.

run_config.py PROGRAM SOURCE_TREE CONFIG

Checks that the run succeeds, that every line is valid by the JSON Schema that `claimsift schema` prints, that
offsets are code points into the text, and that references between records lead somewhere.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

PROGRAM, TREE, CONFIG = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
SINK = {"annotate": ("annotations", "annotations"), "claims": ("claims_out", "claim"), "quickstart": ("claims_out", "claim"),
        "checked_before": ("claims_out", "claim")}[CONFIG]
ARTICLES = TREE / "tests/data/articles"


def run(*arguments, status=0):
    done = subprocess.run([PROGRAM, *arguments], cwd=TREE, capture_output=True, text=True)
    assert done.returncode == status, f"{arguments}: exit {done.returncode}, not {status}\n{done.stderr}"
    return done


def check_spans(record, text):
    """Every object with begin, end and text says what stands there."""
    if isinstance(record, dict):
        if {"begin", "end", "text"} <= record.keys():
            assert text[record["begin"]:record["end"]] == record["text"], record
        for value in record.values():
            check_spans(value, text)
    elif isinstance(record, list):
        for value in record:
            check_spans(value, text)


def check_references(annotations):
    ids = {name: {row["id"] for row in annotations[name]} for name in ("quantities", "times", "attributions")}
    claims = {claim["claim_id"] for claim in annotations["claims"]}
    for quantity in annotations["quantities"]:
        assert quantity["relative_to"] in ids["quantities"] | {None}, quantity
    for attribution in annotations["attributions"]:
        assert attribution["time"] in ids["times"] | {None}, attribution
        assert attribution["nested_in"] in ids["attributions"] | {None}, attribution
    for claim in annotations["claims"]:
        assert {q["id"] for q in claim["quantities"]} <= ids["quantities"], claim
        assert {t["id"] for t in claim["times"]} <= ids["times"], claim
        assert {r["claim_id"] for r in claim["relations"]} <= claims, claim
        assert claim["attribution"] in ids["attributions"] | {None}, claim


def check_harbour_deal(claims):
    """The article that holds what matters most: a disputed amount, a relative one, ages, a date of its own."""
    def claim(words):
        found = [c for c in claims if words in c["text"]]
        assert len(found) == 1, f"{len(found)} claims with `{words}`"
        return found[0]

    assert claims[0]["published"] == "2024-03-12", claims[0]["published"]
    owed, disputed = claim("past harbour aid"), claim("three times the actual amount")
    assert (owed["speaker"], owed["cue"]) == ("Harald Brekke", "said"), owed
    assert [(q["value"], q["unit"]) for q in owed["quantities"]] == [(48000000, "USD")], owed
    assert "economists" in disputed["speaker"], disputed
    assert {"type": "disputes", "claim_id": owed["claim_id"]} in disputed["relations"], disputed
    assert {"type": "disputed_by", "claim_id": disputed["claim_id"]} in owed["relations"], owed
    implied = [q for q in disputed["quantities"] if q["modifier"] == "implied"]
    assert [(q["value"], q["unit"]) for q in implied] == [(16000000, "USD")], disputed
    # An apposition is a claim of its own, and stands within its sentence's: the same quantity is in both.
    ages = list(dict.fromkeys((q["value"], q["unit"]) for c in claims for q in c["quantities"] if q["kind"] == "age"))
    assert ages == [(52, "year"), (31, "year")], ages
    fall = claim("Traffic through the port fell")
    assert ("percent", 18, "down") in [(q["kind"], q["value"], q["change"]) for q in fall["quantities"]], fall


def check_verdicts(claims, table):
    """Claims of the list are found in the articles, with verdict and link, and those of other articles are not."""
    best = {claim["text"]: claim["matches"][0] for claim in claims if claim["matches"]}
    for words, known, verdict in (("past harbour aid", "norland-harbour-aid", "False"), ("scored 7 points higher", "portmere-reading", "Mostly true"),
                                  ("treated water is lost", "tarn-leaks", "True"), ("paid its shareholders", "tarn-dividends", "False")):
        found = [match for text, match in best.items() if words in text]
        assert len(found) == 1, (words, best)
        assert (found[0]["id"], found[0]["verdict"], found[0]["url"]) == (known, verdict, f"https://checks.example/{known}"), found
        assert f"checked before: {verdict} ({found[0]['score']:.2f}), {found[0]['url']}\n" in table, table
    assert not {match["id"] for match in best.values()} & {"norland-crowns", "arvo-houses", "tarn-swimmers", "easton-meals"}, "what nobody said"
    for claim in claims:
        scores = [match["score"] for match in claim["matches"]]
        assert scores == sorted(scores, reverse=True) and all(0.2 <= score <= 1 for score in scores), claim


def main():
    schema = json.loads(run("schema", SINK[1]).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    texts = {str(path): path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))}
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.jsonl"
        extra = ["--set", "stages.table.path=" + folder + "/table.txt"] if CONFIG in ("quickstart", "checked_before") else []
        run("validate", f"configs/{CONFIG}.yaml", "--set", f"input.paths={ARTICLES}")
        run("run", f"configs/{CONFIG}.yaml", "--quiet", "--set", f"input.paths={ARTICLES}", "--set", f"stages.{SINK[0]}.path={out}", *extra)
        records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        if CONFIG == "checked_before":
            check_verdicts(records, pathlib.Path(folder + "/table.txt").read_text(encoding="utf-8"))
    assert records, "nothing was written"
    for record in records:
        errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(record)]
        assert not errors, errors[:5]
        check_spans(record, texts[record["doc_id"]])
        if CONFIG == "annotate":
            check_references(record)
    if CONFIG == "annotate":
        assert [r["doc_id"] for r in records] == sorted(texts), "a line for each document, in order"
    if CONFIG == "claims":
        check_harbour_deal([r for r in records if r["doc_id"].endswith("harbour-deal.txt")])
    if CONFIG == "quickstart":
        assert len(records) >= 10, f"{len(records)} claims"
        assert all(r["check_worthiness"] >= 0.3 for r in records)


main()
