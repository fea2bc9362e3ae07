# SPDX-License-Identifier: Apache-2.0
"""What is wrong around a run: files and folders, disks, limits of the system, signals, checkpoints, outputs."""
import csv
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import time

from cases_input import FINE, text


def many(lab, count=3000, name="in/a.jsonl"):
    lab.put(name, "".join(text(f"The town of Elm spent {i} million euros in 2023, Bo Sund said.", id=f"d{i}") for i in range(count)))


def missing_paths(lab):
    lab.put("in/a.txt", FINE)
    lab.config(paths="nowhere")
    lab.run(expect=2, said="`nowhere` does not exist")
    lab.config(paths='"in/*.jsonl"')
    lab.run(expect=2, said="nothing matches")
    if os.geteuid() != 0:
        (lab.folder / "in/a.txt").chmod(0)
    else:
        shutil.copytree(lab.folder / "in", lab.folder / "locked")
        (lab.folder / "locked/a.txt").chmod(0)
        (lab.folder / "locked/b.txt").write_text(FINE)
        (lab.folder / "out").mkdir()
        (lab.folder / "out").chmod(0o777)
        lab.as_nobody = True
        lab.config(paths="locked")
        lab.run(expect=1).failures("Permission denied")
        assert len(lab.records()) == 1


def odd_entries(lab):
    lab.put("in/a.txt", FINE)
    folder = lab.folder / "in"
    (folder / "loop").symlink_to("loop")
    (folder / "up").symlink_to("..")
    (folder / "away").symlink_to("/etc")
    (folder / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(str(folder / "socket.txt"))
        lab.config()
        lab.run(expect=0, seconds=20)
    assert len(lab.records()) == 1


def odd_names(lab):
    for name in ("new\nline.txt", "tab\t.txt", "quote'\".txt", "-dash.txt", "l" * 251 + ".txt", " blank .txt"):
        lab.put("in/" + name, FINE)
    with open(os.fsencode(lab.folder) + b"/in/latin-\xe9.txt", "w") as file:
        file.write(FINE)
    deep = "in/" + "/".join(["d" * 200] * 15) + "/a.txt"
    lab.put(deep, FINE)
    lab.config()
    lab.run(expect=(0, 1))
    found = lab.records()
    assert len(found) + len(lab.failures()) == 8, (len(found), lab.failures())


def many_files(lab):
    for i in range(20000):
        path = lab.folder / f"in/{i}.txt"
        if i == 0:
            path.parent.mkdir()
        path.write_text("One.")
    deep = lab.folder / "in"
    for _ in range(300):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("Deep.")
    lab.config()
    lab.run(expect=0, limits={resource.RLIMIT_NOFILE: 64}, seconds=120)
    assert len(lab.records()) == 20001


def output_inside(lab):
    lab.put("in/a.txt", FINE)
    lab.config(out="in/out.jsonl")
    lab.run(expect=2, said="into the folder that `input` reads")
    assert sorted(p.name for p in (lab.folder / "in").iterdir()) == ["a.txt"]


def output_exists(lab):
    lab.put("in/a.txt", FINE)
    lab.put("out/out.jsonl", "old\n")
    lab.config()
    lab.run(expect=2, said="(?s)exists.*--overwrite")
    assert (lab.folder / "out/out.jsonl").read_text() == "old\n"


def full_disk(lab):
    many(lab)
    lab.config(out='"-"')
    with open("/dev/full", "wb") as full:
        lab.run(expect=3, stdout=full, said="No space left on device")


def shim(lab):
    library = lab.folder / "shim.so"
    done = subprocess.run([shutil.which("cc") or "cc", "-shared", "-fPIC", "-o", str(library), str(pathlib.Path(__file__).parent / "shim.c"), "-ldl"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return str(library)


def bad_disk(lab):
    many(lab)
    lab.config()
    preload = {"LD_PRELOAD": shim(lab)}
    lab.run(expect=3, environment={**preload, "FAULT": "eio"}, said="Input/output error")
    assert not (lab.folder / "out/out.jsonl").exists()
    shutil.rmtree(lab.folder / "out")
    lab.run(expect=0)
    whole = (lab.folder / "out/out.jsonl").read_bytes()
    lab.run("run", "p.yaml", "--overwrite", expect=0, environment={**preload, "FAULT": "short"})
    assert (lab.folder / "out/out.jsonl").read_bytes() == whole


def bad_sync(lab):
    many(lab, 100)
    lab.config()
    lab.run(expect=3, environment={"LD_PRELOAD": shim(lab), "FAULT": "fsync"}, said="Input/output error")
    assert not (lab.folder / "out/out.jsonl").exists()


def limits(lab):
    many(lab)
    lab.config()
    lab.run(expect=3, limits={resource.RLIMIT_FSIZE: 20000}, said="File too large")
    shutil.rmtree(lab.folder / "out")
    lab.run(expect=(1, 2, 3), limits={resource.RLIMIT_NOFILE: 5}, said="Too many open files|cannot")
    shutil.rmtree(lab.folder / "out", ignore_errors=True)
    lab.put("in/b.jsonl", text("word " * 2_000_000))
    lab.config(run=", threads: 1")
    lab.run(expect=(1, 3), limits={resource.RLIMIT_AS: 300_000_000}, said="memory|bad_alloc", seconds=120)


def no_permission(lab):
    lab.put("in/a.txt", FINE)
    (lab.folder / "out").mkdir(mode=0o555)
    lab.as_nobody = True
    lab.config()
    lab.run(expect=2, said="Permission denied")


def waiting(lab, checkpoint=False):
    """A run over standard input that waits for more."""
    lab.config(paths='"-"')
    process = lab.start("run", "p.yaml", stdin=-1)
    process.stdin.write((text(FINE) * 3).encode())
    process.stdin.flush()
    end = time.monotonic() + 20
    while not (lab.folder / "out/out.jsonl.part").exists() and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.2)
    return process


def two_runs(lab):
    first = waiting(lab)
    try:
        lab.put("in/a.txt", FINE)
        lab.config()
        lab.run(expect=2, said=f"another run .process {first.pid}. is writing")
    finally:
        first.kill()
        first.communicate()
    lab.run("run", "p.yaml", "--overwrite", expect=0)  # a dead run locks nothing


def closed_pipe(lab):
    many(lab, 20000)
    lab.config(out='"-"')
    process = lab.start("run", "p.yaml", "--quiet")
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read().decode()
    assert process.wait(60) == 141 and not err, (process.returncode, err)


def signals(lab):
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        process = waiting(lab)
        process.send_signal(number)
        err = process.stderr.read().decode()
        assert process.wait(20) == status and "stopping" in err, (process.returncode, status, err)
        process.stdin.close()
        assert len(lab.records("out/out.jsonl.part")) == 3
        shutil.rmtree(lab.folder / "out")


def damaged_checkpoints(lab):
    many(lab)
    lab.config(run=", checkpoint: out/run.checkpoint, checkpoint_seconds: 0.01")
    process = lab.start("run", "p.yaml")
    end = time.monotonic() + 20
    while not (lab.folder / "out/run.checkpoint").exists() and time.monotonic() < end and process.poll() is None:
        time.sleep(0.002)
    process.send_signal(signal.SIGTERM)
    process.communicate()
    checkpoint = lab.folder / "out/run.checkpoint"
    assert checkpoint.exists()
    whole = checkpoint.read_bytes()
    for damage in (whole[:len(whole) // 2], whole[:-10] + b"x" * 10, b"", b"nonsense"):
        checkpoint.write_bytes(damage)
        lab.run("run", "p.yaml", "--resume", expect=2, said="--restart|another path")
    checkpoint.write_bytes(whole)
    return checkpoint, whole


def changed_between(lab):
    damaged_checkpoints(lab)
    part = lab.folder / "out/out.jsonl.part"
    with open(part, "ab") as file:  # a power cut in the middle of a line
        file.write(b'{"doc_id":"half')
    expected = None
    lab.run("run", "p.yaml", "--resume", expect=0)
    expected = (lab.folder / "out/out.jsonl").read_bytes()
    lab.run("run", "p.yaml", "--overwrite", "--restart", expect=0)
    assert (lab.folder / "out/out.jsonl").read_bytes() == expected
    shutil.rmtree(lab.folder / "out")
    damaged_checkpoints(lab)
    with open(lab.folder / "in/a.jsonl", "a") as file:
        file.write(text(FINE))
    lab.run("run", "p.yaml", "--resume", expect=2, said="a.jsonl")


def spreadsheet(lab):
    cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", 'a "quoted", b', "line\nbreak", "tab\there", "plain"]
    lab.put("in/a.jsonl", "".join(text(f"{cell} cost 5 million euros.", title=cell) for cell in cells))
    lab.config(stages="  quotes:\n  claims: {min_check_worthiness: 0}\n  table: {use: write_csv, path: out/a.csv, layer: sentences}\n  tabs: {use: write_csv, path: out/a.tsv, layer: sentences, format: tsv}\n")
    lab.run(expect=0)
    with open(lab.folder / "out/a.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert any(r["text"].startswith("'=1+1") for r in rows) and any('a "quoted", b' in r["text"] for r in rows), rows
    assert not any(r["text"][:1] in "=+-@" for r in rows)


def control_characters(lab):
    lab.put("in/a.jsonl", text("It cost\u2028 5 million\u0007 euros \u001b]0;title\u0007 in \u007f 2023."))
    lab.config(stages="  quotes:\n  claims: {min_check_worthiness: 0}\n  screen: {use: write_table, path: \"-\"}\n", writer=", text: true")
    lab.run(expect=0)
    assert "\u2028" in lab.texts()[0] and b"\x1b" not in lab.out and b"\x07" not in lab.out
    lab.put("in/a.jsonl", '{"text": "\x1b]0;evil\x07 bad"}\n')
    lab.run("run", "p.yaml", "--overwrite", expect=1)
    assert "\x1b" not in lab.err and "\x07" not in lab.err


def planted_links(lab):
    lab.put("in/a.txt", FINE)
    victim = lab.put("victim", "precious\n")
    (lab.folder / "out").mkdir()
    for name in ("out.jsonl.part", "out.jsonl"):
        link = lab.folder / "out" / name
        link.symlink_to(victim)
        lab.config()
        lab.run("run", "p.yaml", "--overwrite", expect=(0, 2, 3))
        assert victim.read_text() == "precious\n", name
        for left in (lab.folder / "out").iterdir():
            left.unlink()


def database(lab):
    lab.put("in/a.jsonl", text("'; DROP TABLE claims; -- cost 5 million euros in 2023.", title="x');--"))
    stage = "  quotes:\n  claims: {min_check_worthiness: 0}\n  store: {use: write_sqlite, path: out/a.db}\n"
    lab.config(stages=stage)
    lab.run(expect=0)
    with sqlite3.connect(lab.folder / "out/a.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert "DROP TABLE" in db.execute("SELECT text FROM claims").fetchone()[0]
    db.close()
    os.remove(lab.folder / "out/out.jsonl")
    lab.run(expect=2, said="exists")


def plain_terminal(lab):
    lab.put("in/a.txt", b"bad \xff\xfe")
    lab.config()
    for extra in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "20"}, {"CI": "true"}):
        lab.run("run", "p.yaml", "--overwrite", expect=1, environment=extra)
        assert "\x1b" not in lab.err and "\r" not in lab.err, lab.err
        assert lab.out == b""
    lab.run("run", "p.yaml", "--overwrite", "--quiet", expect=1)
    assert lab.err == "", lab.err


CASES = {
    "fs-01": missing_paths, "fs-02": odd_entries, "fs-03": odd_names, "fs-05": many_files, "fs-06": output_inside, "fs-07": output_exists,
    "fs-08": full_disk, "fs-09": bad_disk, "fs-10": bad_sync, "fs-11": limits, "fs-12": no_permission, "fs-13": two_runs, "fs-14": closed_pipe,
    "crash-02": signals, "crash-04": damaged_checkpoints, "crash-05": changed_between, "crash-06": changed_between,
    "output-03": spreadsheet, "output-04": spreadsheet, "output-05": control_characters, "output-07": planted_links, "output-08": database,
    "output-09": control_characters, "output-10": plain_terminal,
}

# Rows of the list that are tested elsewhere, and those that do not hold, with the reason.
ELSEWHERE = {
    "fs-04": "tests/stages/read/bytes_test.cpp: a file that becomes shorter while it is read is quarantined",
    "crash-01": "tests/cli/kill_test.py kills runs at random moments, as many as one asks for",
    "output-01": "tests/browser/report_test.py", "output-02": "tests/browser/report_test.py",
}
NOT_HELD = {
    "crash-03": "the time in which a process is stopped counts for the document in flight; the clock itself is monotonic",
    "crash-07": "one document that needs more memory than there is ends the run where the system kills the process; isolation comes later",
    "crash-08": "std::terminate in the core ends the process without a message of its own; the checkpoint is whole",
    "output-06": "outputs have no names made of ids, so there is nothing to sanitise",
}
