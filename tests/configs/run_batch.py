#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the ready pipelines for batch jobs as they stand, over the sample articles.

run_batch.py PROGRAM SOURCE_TREE

Checks that table, database and records hold the same claims, and that queries of docs/batch-jobs.md run.
"""
import csv
import gzip
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

import jsonschema

PROGRAM, TREE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])


def run(*arguments, folder, **environment):
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, f"{arguments}: exit {done.returncode}\n{done.stderr}"
    return done.stdout


def queries():
    text = (TREE / "docs/batch-jobs.md").read_text(encoding="utf-8")
    return re.findall(r"```sql\n(.*?)```", text, re.DOTALL)


def main():
    articles = sorted((TREE / "tests/data/articles").glob("*.txt"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run("run", TREE / "configs/folder_to_csv_sqlite.yaml", "--quiet", folder=folder, ARTICLES=str(TREE / "tests/data/articles"))
        with open(folder / "out/claims.csv", newline="", encoding="utf-8") as file:
            table = list(csv.DictReader(file))
        database = sqlite3.connect(folder / "out/claims.db")
        stored = database.execute("SELECT claim_id, text, check_worthiness FROM claims ORDER BY claim").fetchall()
        assert table and [row["claim_id"] for row in table] == [row[0] for row in stored]
        assert [row["text"] for row in table] == [row[1] for row in stored]
        assert [float(row["check_worthiness"]) for row in table] == [row[2] for row in stored]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert len(queries()) >= 3
        for query in queries():
            assert database.execute(query).fetchall(), query
        database.close()
        assert not list((folder / "out").glob("*.part")) and not (folder / "out/claims.checkpoint").exists()

        run("run", TREE / "configs/article_to_html.yaml", "--quiet", folder=folder, ARTICLE=str(TREE / "tests/data/articles"))
        page = (folder / "out/report.html").read_text(encoding="utf-8")
        assert page.endswith("</html>\n") and all(json.dumps(row["standalone"])[1:-1] in page for row in table if row["standalone"].isascii())

        with gzip.open(folder / "archive.jsonl.gz", "wt", encoding="utf-8") as archive:
            for path in articles:
                archive.write(json.dumps({"maintext": path.read_text(encoding="utf-8"), "url": str(path), "title": None}) + "\n")
        run("run", TREE / "configs/jsonl_gz_to_jsonl.yaml", "--quiet", "--overwrite", folder=folder)
        schema = json.loads(run("schema", "claim", folder=folder))
        records = [json.loads(line) for line in (folder / "out/claims.jsonl").read_text(encoding="utf-8").splitlines()]
        for record in records:
            jsonschema.validate(record, schema)
        assert [r["text"] for r in records] == [row["text"] for row in table]
        assert {r["url"] for r in records} <= {str(path) for path in articles}


main()
