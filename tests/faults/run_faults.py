#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs over inputs and systems that are wrong in some way: none may end with exit status 0 and a wrong output.

    run_faults.py CLAIMSIFT SOURCE [--sanitized] [CASE...]

Each case is a function that gets a folder of its own. Cases that a build cannot run (no plugin for HTML) are named.
"""
import os
import pathlib
import sys
import time

import cases_input
import cases_system
from lab import Lab


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    sanitized, wanted = "--sanitized" in sys.argv, [word for word in sys.argv[3:] if word != "--sanitized"]
    cases = {**cases_input.CASES, **cases_system.CASES}
    has_html = (pathlib.Path(program).parent / "plugins/libhtml.so").exists()
    failed = []
    for name, case in cases.items():
        if wanted and name not in wanted:
            continue
        if not has_html and name in ("html-01", "html-02", "html-03", "html-04", "warc-03"):
            print(f"{name:10} skipped: built without the plugin for HTML")
            continue
        if sanitized and name in ("fs-09", "fs-10", "fs-11"):
            print(f"{name:10} skipped: a sanitizer's runtime comes first and takes much address space")
            continue
        begin = time.monotonic()
        with Lab(program, source) as lab:
            try:
                case(lab)
                result = "holds"
            except Exception as problem:  # of any kind: the other cases run all the same
                failed.append(name)
                result = f"FAILS: {type(problem).__name__}: {problem}"
        print(f"{name:10} {time.monotonic() - begin:6.2f} s  {result}", flush=True)
    if not wanted:
        for name, reason in {**cases_system.ELSEWHERE, **cases_system.NOT_HELD}.items():
            print(f"{name:10}           {'tested elsewhere' if name in cases_system.ELSEWHERE else 'does not hold'}: {reason}")
    print(f"{len(failed)} of {len(cases)} fail: {' '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
