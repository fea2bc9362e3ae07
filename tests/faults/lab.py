# SPDX-License-Identifier: Apache-2.0
"""A folder with an input that is wrong in some way, and a run over it."""
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import tempfile

PIPELINE = """claimsift: 1
input: {{use: {use}, paths: [{paths}]{input}}}
run: {{quarantine: out/failed.jsonl{run}}}
stages:
  sentences:
  tokens:
  quantities:
{stages}  out: {{use: write_annotations, path: {out}{writer}}}
"""


class Lab:
    """Use as a context; the folder is the working directory of every run."""

    def __init__(self, program, source, nobody=False):
        self.program, self.source = program, source
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="claimsift-faults-"))
        self.folder.chmod(0o755)
        self.as_nobody = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwx", str(self.folder)], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, name, content):
        path = self.folder / name if isinstance(name, str) else name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def config(self, paths="in", use="read", input="", run="", stages="", out="out/out.jsonl", writer=""):
        self.put("p.yaml", PIPELINE.format(paths=paths, use=use, input=input, run=run, stages=stages, out=out, writer=writer))

    def start(self, *arguments, **options):
        limits = options.pop("limits", {})

        def before():
            for which, value in limits.items():
                resource.setrlimit(which, (value, value))
            if self.as_nobody and os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)

        environment = {**os.environ, "CLAIMSIFT_MODELS": str(self.source / "models"), **options.pop("environment", {})}
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        options.setdefault("stdin", subprocess.DEVNULL)
        return subprocess.Popen([self.program, *(arguments or ("run", "p.yaml"))], cwd=self.folder, preexec_fn=before, env=environment, **options)

    def run(self, *arguments, expect, seconds=60, said="", **options):
        """Runs to the end; the exit status and what was said on standard error have to be as expected."""
        process = self.start(*arguments, **options)
        out, err = process.communicate(timeout=seconds)
        self.out, self.err = out or b"", (err or b"").decode("utf-8", "replace")
        expected = expect if isinstance(expect, tuple) else (expect,)
        assert process.returncode in expected, f"exit {process.returncode}, not {expect}\n{self.err[-1500:]}"
        assert re.search(said, self.err), f"`{said}` is not in:\n{self.err[-1500:]}"
        if process.returncode in (0, 1):
            left = [p.name for p in (self.folder / "out").glob("*.part")]
            assert not left, f"left behind: {left}"
        return self

    def records(self, name="out/out.jsonl"):
        """The lines of an output, which must be JSON without NaN; Python reads them anew."""
        def refuse(constant):
            raise AssertionError(f"{constant} in {name}")
        text = (self.folder / name).read_bytes().decode("utf-8")
        return [json.loads(line, parse_constant=refuse) for line in text.split("\n")[:-1]]

    def failures(self, pattern=""):
        lines = self.records("out/failed.jsonl") if (self.folder / "out/failed.jsonl").exists() else []
        reasons = [f"{f['place']}: {f['reason']}" for f in lines]
        assert not pattern or any(re.search(pattern, r) for r in reasons), f"`{pattern}` is not in {reasons}"
        return reasons

    def texts(self):
        return [r.get("text") for r in self.records()]
