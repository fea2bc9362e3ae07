#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills runs at random moments, resumes them, and compares what they leave with an undisturbed run.

kill_test.py PROGRAM [--kills N] [--seed S]

Each round runs one pipeline over JSON Lines, gzip and CSV inputs with writers of every kind, ends it with SIGKILL
after a random time, resumes it (and kills that too) until it comes to its end, with another number of threads each
time. Files must be byte-identical and databases equal, table by table. Among them are the clusters of claims, which
hang on all claims before: their state has to come back from the checkpoint.
"""
import argparse
import gzip
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PIPELINE = """claimsift: 1
input:
  - {use: read, paths: [a.jsonl, b.jsonl.gz]}
  - {use: read, paths: [c.csv]}
run: {quarantine: out/failed.jsonl, checkpoint: out/run.checkpoint, checkpoint_seconds: 0.02, threads: 2}
stages:
  sentences:
  tokens:
  quantities:
  times:
  quotes:
  attribution:
  entities:
  people:
  speakers:
  claims: {min_check_worthiness: 0}
  claim_relations:
  claim_clusters: {signatures: true}
  known_claims: {lists: [known.csv], top: 2}
  numbers: {use: write_jsonl, path: out/quantities.jsonl, layer: quantities}
  records: {use: write_claims, path: out/claims.jsonl}
  clusters: {use: write_jsonl, path: out/clusters.jsonl, layer: claim_clusters}
"""
FURTHER = {
    "write_csv": '  cells: {use: write_csv, path: out/claims.csv}\n  rows: {use: write_csv, path: out/quantities.tsv, layer: quantities, format: tsv}\n',
    "write_html": "  page: {use: write_html, path: out/report.html, max_megabytes: 4}\n",
    "write_sqlite": "  store: {use: write_sqlite, path: out/claims.db}\n",
}


def article(i):
    """Every claim of 1,300 articles comes back in later ones, across files."""
    i %= 1300
    return (f'The mill of town {i} made ${i * 7 + 1} million in {1950 + i % 70}. "Output rose by {i % 40 + 2}%," said Anna Berg, '
            f"its director, on Monday. " * (1 + i % 4)).strip()


def corpus(folder):
    def line(i):
        return f'{{"id": "d{i}"}}\n' if i % 37 == 5 else f'{{"id": "d{i}", "text": "{article(i)}"}}\n'.replace('"Out', '\\"Out').replace('," said', ',\\" said')
    (folder / "a.jsonl").write_text("".join(line(i) for i in range(3000)))
    with gzip.open(folder / "b.jsonl.gz", "wt") as packed:
        packed.writelines(line(i) for i in range(3000, 5000))
    (folder / "known.csv").write_text("id,text,verdict\n" + "".join(f"k{i},{article(i).split('.')[0]}.,false\n" for i in range(0, 1300, 13)))
    quoted = [article(i).replace('"', '""') for i in range(1000)]
    rows = [f'c{i},"{text}\nSecond line."\n' if i % 50 else f"c{i}\n" for i, text in enumerate(quoted)]
    (folder / "c.csv").write_text("id,text\n" + "".join(rows))


def repeats(folder):
    """How many claims are in the cluster of another; each cluster stands before them."""
    seen, count = set(), 0
    for line in (folder / "out/claims.jsonl").open(encoding="utf-8"):
        claim = json.loads(line)
        seen.add(claim["claim_id"])
        assert claim["cluster"] in seen, claim
        count += claim["cluster"] != claim["claim_id"]
    return count


def contents(folder):
    """Bytes of files, rows of databases."""
    all_of_it = {}
    for path in sorted((folder / "out").iterdir()):
        if path.suffix == ".db":
            with sqlite3.connect(path) as db:
                assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")]
                for name in names:
                    all_of_it[f"{path.name}:{name}"] = db.execute(f"SELECT * FROM {name}").fetchall()
            db.close()
        else:
            all_of_it[path.name] = path.read_bytes()
    return all_of_it


def empty(folder):
    for path in (folder / "out").glob("*"):
        path.unlink()


class Runs:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def start(self, *options):
        return subprocess.Popen([self.program, "run", "p.yaml", "--quiet", *options], cwd=self.folder, stderr=subprocess.PIPE, text=True)

    def finish(self, *options):
        process = self.start(*options)
        error = process.communicate()[1]
        assert process.returncode == 1, f"exit {process.returncode}: {error}"  # 1: some documents are in quarantine

    def kill_after(self, seconds, number, *options):
        """Whether the run was still going."""
        process = self.start(*options)
        try:
            error = process.communicate(timeout=seconds)[1]
        except subprocess.TimeoutExpired:
            process.send_signal(number)
            error = process.communicate()[1]
        if process.returncode == 2 and "there is no checkpoint" in error:
            return False  # the kill before came when all was done and only the process had not ended
        assert process.returncode in (1, -number, 128 + number), f"exit {process.returncode}: {error}"
        return process.returncode != 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    chance = random.Random(arguments.seed)
    listed = subprocess.run([program, "stages"], capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        corpus(folder)
        (folder / "p.yaml").write_text(PIPELINE + "".join(text for stage, text in FURTHER.items() if stage in listed))
        runs = Runs(program, folder)
        begin = time.monotonic()
        runs.finish()
        whole = time.monotonic() - begin
        expected = contents(folder)
        assert all(expected.values()), {name: len(content) for name, content in expected.items()}
        assert repeats(folder) > 4000, repeats(folder)
        kills = rounds = 0
        while kills < arguments.kills:
            empty(folder)
            options = []
            while True:
                # One in four is asked to stop instead, by the signals that users and schedulers send.
                number = chance.choice([signal.SIGKILL] * 3 + [signal.SIGTERM])
                threads = f"run.threads={chance.choice([1, 2, 8])}"
                if not runs.kill_after(chance.uniform(0, whole), number, "--set", threads, *options):
                    break
                kills += 1
                options = ["--resume"]
            rounds += 1
            actual = contents(folder)
            assert actual.keys() == expected.keys(), f"{sorted(actual)} instead of {sorted(expected)}"
            different = [name for name in expected if actual[name] != expected[name]]
            assert not different, f"after {kills} kills: {different} differ"
    print(f"{kills} kills in {rounds} rounds, nothing lost, nothing doubled ({whole:.2f} s for a whole run)")


if __name__ == "__main__":
    sys.exit(main())
