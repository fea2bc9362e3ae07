#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""write_parquet and configs/warc_to_parquet.yaml, read back by DuckDB itself.

    parquet_test.py CLAIMSIFT SOURCE

Without DuckDB's library (CLAIMSIFT_DUCKDB names it, else the loader looks) only the message that says how to get it is
tested, and the rest is skipped.
"""
import ctypes
import gzip
import html
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM, TREE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
LIBRARY = os.environ.get("CLAIMSIFT_DUCKDB", "")


class DuckDb:
    """Rows of a query as lists of texts, by the C interface."""

    def __init__(self, library):
        self.c = ctypes.CDLL(library or "libduckdb.so")
        for name in ("duckdb_value_varchar", "duckdb_result_error"):
            getattr(self.c, name).restype = ctypes.c_char_p
        for name in ("duckdb_row_count", "duckdb_column_count"):
            getattr(self.c, name).restype = ctypes.c_uint64
        database, self.connection = ctypes.c_void_p(), ctypes.c_void_p()
        assert self.c.duckdb_open(None, ctypes.byref(database)) == 0
        assert self.c.duckdb_connect(database, ctypes.byref(self.connection)) == 0

    def rows(self, sql):
        result = (ctypes.c_uint64 * 8)()
        assert self.c.duckdb_query(self.connection, sql.encode(), ctypes.byref(result)) == 0, self.c.duckdb_result_error(ctypes.byref(result))
        columns, count = self.c.duckdb_column_count(ctypes.byref(result)), self.c.duckdb_row_count(ctypes.byref(result))
        cells = [[self.c.duckdb_value_varchar(ctypes.byref(result), ctypes.c_uint64(c), ctypes.c_uint64(r)) for c in range(columns)] for r in range(count)]
        self.c.duckdb_destroy_result(ctypes.byref(result))
        return [[cell.decode() if cell is not None else None for cell in row] for row in cells]


def run(folder, *arguments, expect=0, **environment):
    done = subprocess.run([PROGRAM, "run", *map(str, arguments), "--quiet"], cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)
    assert done.returncode == expect, f"exit {done.returncode}\n{done.stderr}"
    return done.stderr


def archive(folder):
    """The sample articles as pages of a crawl."""
    with gzip.open(folder / "archive.warc.gz", "wb") as file:
        for path in sorted((TREE / "tests/data/articles").glob("*.txt")):
            paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in path.read_text(encoding="utf-8").split("\n\n"))
            body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<meta property='article:published_time' content='2024-03-12'><nav><a href='/'>Home</a></nav><article>{paragraphs}</article>".encode()
            file.write(f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{path.stem}>\r\nWARC-Target-URI: https://paper.example/{path.stem}\r\n"
                       f"Content-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n")


def resumes(folder, database):
    (folder / "many.jsonl").write_text("".join(json.dumps({"id": f"d{i}", "text": f"The mill of town {i} made ${i + 1} million in {1950 + i % 70}, Anna Berg said."}) + "\n" for i in range(4000)))
    (folder / "p.yaml").write_text(f"""claimsift: 1
include: {TREE}/configs/stages.yaml
input: {{use: read, paths: [many.jsonl]}}
run: {{checkpoint: run.checkpoint, checkpoint_seconds: 0.05, threads: 2}}
stages:
  claims: {{min_check_worthiness: 0}}
  table: {{use: write_parquet, path: many.parquet, library: "{LIBRARY}"}}
""")
    run(folder, "p.yaml")
    expected = database.rows(f"SELECT * FROM '{folder}/many.parquet'")
    assert len(expected) >= 4000, len(expected)
    options, kills = ["--overwrite"], 0
    for number in [signal.SIGKILL, signal.SIGTERM, signal.SIGKILL, None]:
        process = subprocess.Popen([PROGRAM, "run", "p.yaml", "--quiet", *options], cwd=folder, stderr=subprocess.PIPE)
        end = time.monotonic() + 60
        while number and process.poll() is None and not (folder / "run.checkpoint").exists() and time.monotonic() < end:
            time.sleep(0.005)
        if number and process.poll() is None:
            time.sleep(0.15)
            process.send_signal(number)
        error = process.communicate()[1].decode()
        kills += number is not None and process.returncode != 0
        assert process.returncode in (0, -9, 143), error
        if process.returncode == 0:
            break
        options = ["--resume", "--overwrite"]
    assert kills > 0, "the run was over before it could be killed"
    assert database.rows(f"SELECT * FROM '{folder}/many.parquet'") == expected, "after a resume the table differs"
    assert not list(folder.glob("many.parquet.*")), "something is left behind"


def knows(folder, database):
    """What a claim repeats and what it matches, as columns."""
    (folder / "two.jsonl").write_text("".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in (
        ("a", "Exports of the mill fell by 5%."), ("b", "Exports of the mill fell by 5 percent."), ("c", "The ferry sank in May."))))
    (folder / "known.csv").write_text("id,text,verdict,url\nk1,Exports of the mill fell by 5%,False,https://x.example/1\nk2,Exports of the mill fell,,\n")
    (folder / "k.yaml").write_text(f"""claimsift: 1
include: {TREE}/configs/stages.yaml
input: {{use: read, paths: [two.jsonl]}}
stages:
  known_claims: {{lists: [known.csv]}}
  table: {{use: write_parquet, path: two.parquet, library: "{LIBRARY}"}}
""")
    run(folder, "k.yaml")
    rows = database.rows(f"""SELECT doc_id, cluster = first(claim_id) OVER (ORDER BY file_row_number), match_ids[1], match_scores[1] > 0.2,
                             match_verdicts[1], match_urls[1], len(match_ids) = len(match_verdicts)
                             FROM read_parquet('{folder}/two.parquet', file_row_number = true) ORDER BY file_row_number""")
    checked = ["true", "k1", "true", "False", "https://x.example/1", "true"]
    assert rows == [["a", *checked], ["b", *checked], ["c", "false", None, None, None, None, None]], rows


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        archive(folder)
        config = TREE / "configs/warc_to_parquet.yaml"
        said = run(folder, config, expect=2, DUCKDB="/nowhere/libduckdb.so")
        assert "DuckDB's library cannot be loaded" in said and "npm pack" in said, said
        try:
            database = DuckDb(LIBRARY)
        except OSError:
            print("skipped: DuckDB's library is not there (CLAIMSIFT_DUCKDB names it)")
            return 77
        run(folder, config, DUCKDB=LIBRARY)
        table = f"'{folder}/out/claims.parquet'"
        claims = database.rows(f"SELECT text, speaker, url, published, array_to_string(types, ','), quantity_values[1]::VARCHAR FROM {table}")
        assert len(claims) > 30, len(claims)
        assert any("48000000" in (c[5] or "") and c[1] == "Harald Brekke" and c[2] == "https://paper.example/harbour-deal" for c in claims), claims[:5]
        assert {c[3] for c in claims} == {"2024-03-12"} and all(c[4] for c in claims)
        assert not list((folder / "out").glob("*.part*"))
        knows(folder, database)
        resumes(folder, database)
    return 0


sys.exit(main())
