#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the real program as a user would and compares what it prints and how it ends.

run_golden.py PROGRAM CASE.txt [--update]

A case is a text file: lines `<<< NAME` begin a file for the case's folder, `$ COMMAND` is a command line for the
shell (`claimsift` is the program), and what follows a command is its expected output: stdout as it is, stderr
with `2> ` before each line, and `[N]` for an exit status other than 0. A line `...` stands for any number of
lines, and `*` in an expected line for anything.
"""
import fnmatch
import os
import pathlib
import subprocess
import sys
import tempfile


def parse(case):
    files, commands, target = {}, [], None
    for line in case.splitlines():
        if line.startswith("#") and target is None:
            continue
        if line.startswith("<<< "):
            target = files.setdefault(line[4:], [])
        elif line.startswith("$ "):
            target = []
            commands.append((line[2:], target))
        elif target is not None:
            target.append(line)
    for name in files:
        while files[name] and not files[name][-1]:
            files[name].pop()
    for _, expected in commands:
        while expected and not expected[-1]:
            expected.pop()
    return files, commands


def matches(expected, actual):
    """Whether the lines fit, `...` standing for any number of them."""
    if not expected:
        return not actual
    if expected[0] == "...":
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    pattern = expected[0].replace("[", "[[]")
    return bool(actual) and fnmatch.fnmatchcase(actual[0], pattern) and matches(expected[1:], actual[1:])


def run(command, folder, program):
    environment = {**os.environ, "PATH": f"{pathlib.Path(program).parent}:{os.environ['PATH']}", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          timeout=60)
    lines = done.stdout.rstrip("\n").splitlines() + ["2> " + line for line in done.stderr.splitlines()]
    return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def main():
    program, path = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    files, commands = parse(path.read_text(encoding="utf-8"))
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in files.items():
            target = pathlib.Path(folder) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for command, expected in commands:
            actual = run(command, folder, program)
            if not matches(expected, actual):
                failed = True
                print(f"$ {command}\n--- expected\n" + "\n".join(expected) + "\n--- actual\n" + "\n".join(actual) + "\n")
    sys.exit(1 if failed or not commands else 0)


main()
