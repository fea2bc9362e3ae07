#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds docs/query-your-claims.md to what its queries really give over the sample articles.

query_page.py PROGRAM SOURCE_TREE [--write]

Every block of SQL is followed by a block of text with its output; --write puts today's output there.
"""
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM, TREE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
PAGE = TREE / "docs/query-your-claims.md"
BLOCK = re.compile(r"```sql\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


def table(cursor):
    """Rows as columns of text, as the sqlite3 shell prints them."""
    def cell(value):
        return "" if value is None else f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else f"{value:.0f}" if isinstance(value, float) else str(value)
    rows = [[column[0] for column in cursor.description]] + [[cell(v).replace("\n", " ") for v in row] for row in cursor]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    rows.insert(1, ["-" * width for width in widths])
    return "".join("  ".join(v.ljust(w) for v, w in zip(row, widths)).rstrip() + "\n" for row in rows)


def main():
    with tempfile.TemporaryDirectory() as name:
        done = subprocess.run([PROGRAM, "run", str(TREE / "configs/folder_to_csv_sqlite.yaml"), "--quiet"], cwd=name,
                              env={**os.environ, "ARTICLES": str(TREE / "tests/data/articles")}, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        database = sqlite3.connect(pathlib.Path(name) / "out/claims.db")
        database.execute("UPDATE documents SET id = replace(id, ?, '')", (str(TREE / "tests/data/articles") + "/",))
        page = PAGE.read_text(encoding="utf-8")
        queries = BLOCK.findall(page)
        assert len(queries) == 10 and page.count("```sql") == 10, f"{len(queries)} queries with output"
        now = BLOCK.sub(lambda m: f"```sql\n{m[1]}```\n\n```text\n{table(database.execute(m[1]))}```", page)
        database.close()
    if "--write" in sys.argv:
        PAGE.write_text(now, encoding="utf-8")
    elif now != page:
        for (query, was), (_, is_now) in zip(queries, BLOCK.findall(now)):
            if was != is_now:
                print(f"{query}was:\n{was}is:\n{is_now}")
        print(f"docs/query-your-claims.md is not today's: tests/configs/query_page.py PROGRAM . --write brings it up to date")
        return 1
    return 0


sys.exit(main())
