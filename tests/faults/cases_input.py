# SPDX-License-Identifier: Apache-2.0
"""What is wrong with inputs: bytes, JSON Lines, CSV, HTML, web archives, packed files, standard input."""
import gzip
import json
import struct
import zlib

FINE = "The council spent 4 million euros in 2023.\n"
PROSE = "<p>The harbour board said on Monday that 14 ships had waited for a berth for more than two days, the longest queue since 2011.</p>"


def simple(files, expect, written=None, failed="", said="", seconds=60, **config):
    """A case: files under in/, the exit status, how many documents come out, a pattern of a failure."""
    def case(lab):
        for name, content in files.items():
            lab.put("in/" + name, content)
        lab.config(writer=", text: true", **config)
        lab.run("run", "p.yaml", expect=expect, said=said, seconds=seconds)
        if written is not None:
            assert len(lab.records()) == written, f"{len(lab.records())} documents, not {written}"
        lab.failures(failed)
    return case


def text(content, **more):
    return json.dumps({"text": content, **more}) + "\n"


def same_sentences(lab):
    ends = {"lf": "\n", "crlf": "\r\n"}
    body = ["The first line has a sentence. It ends.", "", "A second paragraph spent 5 million euros.", ""]
    for name, end in ends.items():
        lab.put(f"in/{name}.txt", end.join(body))
    lab.put("in/other.txt", "One.\rTwo.\u2028Three.\u0085Four.\n")
    lab.config(writer=", text: true")
    lab.run(expect=0)
    crlf, lf, other = lab.records()
    cut = lambda r: [r["text"][s["begin"]:s["end"]] for s in r["sentences"]]
    assert [c.replace("\r\n", "\n") for c in cut(crlf)] == cut(lf), (cut(crlf), cut(lf))


def utf16(lab):
    for name in ("utf-16-le", "utf-16-be"):
        lab.put(f"in/{name}.txt", ("\ufeff" + "Café – 5 €").encode(name))
    lab.config(writer=", text: true")
    lab.run(expect=0)
    assert lab.texts() == ["Café – 5 €"] * 2


def windows_1252(lab):
    content = "He said “no” – it’s 5 € at the café.".encode("cp1252")
    lab.put("in/a.txt", content)
    for option in ("", ", encoding: windows-1252"):
        lab.config(writer=", text: true", input=option)
        lab.run("run", "p.yaml", "--overwrite", expect=0)
        assert lab.texts() == ["He said “no” – it’s 5 € at the café."]


def bom(lab):
    lab.put("in/a.txt", b"\xef\xbb\xbfFive euros.")
    lab.put("in/b.jsonl", b'\xef\xbb\xbf{"text":"Five euros."}\n')
    lab.config(writer=", text: true")
    lab.run(expect=0)
    assert [(r["text"], r["sentences"][0]["begin"]) for r in lab.records()] == [("Five euros.", 0)] * 2


def repair(lab):
    lab.put("in/a.txt", b"It cost \xff\xfe five.")
    lab.put("in/b.txt", FINE)
    lab.config()
    lab.run(expect=1).failures(r"a.txt: byte 8 is not UTF-8 \(0xff\).*invalid_utf8: repair")
    lab.config(input=", invalid_utf8: repair", writer=", text: true")
    lab.run("run", "p.yaml", "--overwrite", expect=0)
    assert lab.texts()[0] == "It cost \ufffd\ufffd five."


def huge_numbers(lab):
    lab.put("in/a.txt", "It cost $" + "9" * 10000 + ". It has " + "1" * 1000000 + " parts. And 1e999 euros, or 10^400 dollars.")
    lab.config()
    lab.run(expect=0, seconds=120)
    lab.records()


def clock_header(lab):
    lab.put("in/a.txt", "Council votes on buses\n\nUpdated February 26, 2025 at 16:54 PM ET\n\n" + FINE)
    lab.config(stages="  article_header:\n  times:\n")
    lab.run(expect=0)
    assert lab.records()[0]["meta"]["published"].startswith("2025-02-26"), lab.records()[0]["meta"]


def wrong_dates(lab):
    for i, date in enumerate(["February 30, 2025", "March 4, 0000", "March 4, 9999999"]):
        lab.put(f"in/{i}.txt", f"Council votes on buses\n\n{date}\n\nOn Monday {FINE}")
    lab.config(stages="  article_header:\n  times:\n")
    lab.run(expect=0)
    for record in lab.records():
        assert record["meta"]["published"] is None or len(record["meta"]["published"]) == 10, record["meta"]


def duplicate_key(lab):
    lab.put("in/a.jsonl", '{"text":"One.","text":"Two."}\n')
    lab.config(writer=", text: true")
    lab.run(expect=0)
    assert lab.texts() == ["Two."]


def odd_ids(lab):
    ids = ["a", "a", "x\ny\tz", "../../etc/passwd", "i" * 10240]
    lab.put("in/a.jsonl", "".join(text(FINE, id=i) for i in ids))
    lab.config()
    lab.run(expect=0)
    assert [r["doc_id"] for r in lab.records()] == ids
    assert sorted(p.name for p in lab.folder.iterdir()) == ["in", "out", "p.yaml"]


def csv_shapes(lab):
    lab.put("in/a.csv", "id;text\n1;One.\n2;\"Two\nlines.\"\n3\n4;Four.;more\n5;Five.\n")
    lab.config(use="read_csv", input=", delimiter: ;", writer=", text: true")
    lab.run(expect=1)
    assert lab.texts() == ["One.", "Two\nlines.", "Five."] and len(lab.failures("the row has 1 fields, the header 2")) == 2
    for header in ("id;text;text\n", "a;b\n"):
        lab.put("in/a.csv", header + "1;2;3\n")
        lab.config(use="read_csv", input=", delimiter: ;")
        lab.run("run", "p.yaml", "--overwrite", expect=1).failures("the header")


def scripts_and_charsets(lab):
    lab.put("in/a.html", b"<meta charset=iso-8859-1><p\x00>" + PROSE.encode() + "<p>It’s café time, they said, and 5 € is the price of it, all told, for everyone who comes before nine.</p>".encode() +
            b"<![CDATA[ x ]]><!--[if IE]><p>Secret one two three four five six seven eight nine.</p><![endif]--><script>var secret = '<p>Secret text that is long enough to be taken for a paragraph of prose.</p>'")
    lab.config(writer=", text: true")
    lab.run(expect=0)
    found = lab.texts()[0]
    assert "café time" in found and "ecret" not in found and "14 ships" in found, found


def attributes(lab):
    lab.put("in/a.html", "<p" + "".join(f" a{i}=1" for i in range(20000)) + ">" + PROSE)
    lab.config()
    lab.run(expect=0, seconds=20)
    assert len(lab.records()) == 1


def record(kind, content, mime="text/plain", length=None):
    body = content if isinstance(content, bytes) else content.encode()
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:x:{zlib.crc32(body)}>\r\nContent-Type: {mime}\r\n"
            f"Content-Length: {len(body) if length is None else length}\r\n\r\n").encode() + body + b"\r\n\r\n"


def response(body, headers="Content-Type: text/html", status=200):
    return record("response", f"HTTP/1.1 {status} X\r\n{headers}\r\n\r\n".encode() + body, "application/http")


def warc_cut(lab):
    noise = "".join(chr(97 + zlib.crc32(bytes([i % 256, i // 256])) % 26) for i in range(4000))
    packed = gzip.compress(record("conversion", FINE)) + gzip.compress(record("conversion", FINE + noise))
    lab.put("in/a.wet.gz", packed[:-300])
    lab.config()
    lab.run(expect=1).failures(f"cut off.*{len(packed) - 300}")
    assert len(lab.records()) == 1


def warc_lengths(lab):
    for i, length in enumerate((3, 9999, -1, 2**63)):
        lab.put(f"in/{i}.wet", record("conversion", FINE) + record("conversion", FINE, length=length) + record("conversion", FINE))
    lab.config()
    lab.run(expect=1).failures("the record at byte")
    assert len(lab.records()) == 8 and len(lab.failures()) == 4


def warc_kinds(lab):
    page = PROSE.encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    lab.put("in/a.warc", b"".join([
        response(page), response(chunks, "Content-Type: text/html\r\nTransfer-Encoding: chunked"), response(gzip.compress(page), "Content-Type: text/html\r\nContent-Encoding: gzip"),
        response(b"\x0b\x80\x01", "Content-Type: text/html\r\nContent-Encoding: br"), response(b"", status=304), response(b"\x89PNG", "Content-Type: image/png"),
        record("request", "GET / HTTP/1.1\r\n\r\n", "application/http"), record("metadata", "a: b", "application/warc-fields"), record("revisit", "", "application/http"), record("conversion", FINE)]))
    lab.config()
    lab.run(expect=0, said=r"skipped 1: input: content encoding br")
    assert len(lab.records()) == 4


def gzip_members(lab):
    lab.put("in/a.jsonl.gz", gzip.compress(text(FINE).encode()) + gzip.compress(text(FINE).encode()) + b"garbage")
    lab.put("in/b.jsonl.gz", gzip.compress(b""))
    lab.put("in/c.jsonl.gz", text(FINE))
    lab.config()
    lab.run(expect=0, said="7 bytes")
    assert len(lab.records()) == 3


def gzip_cut(lab):
    packed = gzip.compress("".join(text(f"{FINE} {zlib.crc32(bytes([i % 256, i // 256]))}") for i in range(3000)).encode())
    lab.put("in/a.jsonl.gz", packed[:len(packed) // 2])
    lab.put("in/b.jsonl", text(FINE))
    lab.config()
    lab.run(expect=1).failures(f"cut off.*{len(packed) // 2}")
    assert 1000 < len(lab.records()) < 3001


def bomb(lab):
    packed = gzip.compress(text("a" * 30_000_000).encode(), 9)
    lab.put("in/a.jsonl.gz", packed)
    lab.put("in/b.txt.gz", gzip.compress(gzip.compress(b"\0" * 30_000_000)))
    lab.put("in/c.txt", FINE)
    lab.config()
    lab.run(expect=1).failures("decompression_ratio")
    assert len(lab.records()) == 1


def zstd(lab):
    block = text(FINE).encode()
    frame = lambda window: struct.pack("<I", 0xFD2FB528) + bytes([0, window]) + struct.pack("<I", len(block) << 3 | 1)[:3] + block
    skippable = struct.pack("<II", 0x184D2A50, 5) + b"hello"
    lab.put("in/a.jsonl.zst", frame(0x50) + skippable + frame(0x50))
    lab.put("in/b.jsonl.zst", frame(0xA8))  # a window of 2 GB
    lab.put("in/c.jsonl.zst", frame(0x50)[:-9])
    lab.config()
    lab.run(expect=1)
    assert len(lab.records()) == 2 and len(lab.failures("too much memory")) == 2, lab.failures()


def standard_input(lab):
    lab.config(paths='"-"')
    process = lab.start("run", "p.yaml", stdin=-1)
    _, err = process.communicate(text(FINE).encode() + text(FINE).encode(), timeout=60)
    assert process.returncode == 0 and len(lab.records()) == 2, err
    lab.run("run", "p.yaml", "--overwrite", expect=0)  # nothing comes at all
    assert lab.records()[0]["sentences"] == []


MEGABYTE = 1_000_000
CASES = {
    "input-01": simple({"a.txt": "", "b.txt": FINE}, 0, 2),
    "input-02": simple({"a.txt": " \n\t\n  \n"}, 0, 1),
    "input-03": bom,
    "input-04": repair,
    "input-05": simple({"a.txt": b"a \xc0\xaf b", "b.txt": b"a \xed\xa0\x80 b", "c.txt": b"a \xf4\x90\x80\x80 b", "d.txt": FINE}, 1, 1, "byte 2 is not UTF-8"),
    "input-06": simple({"a.txt": b"caf\xc3\xa9 caf\xc3"}, 1, 0, "byte 9 is not UTF-8"),
    "input-07": utf16,
    "input-08": windows_1252,
    "input-09": simple({"a.txt": b"a\0b", "b.txt": b"\0" * MEGABYTE}, 1, 0, "looks binary .NUL at byte 1"),
    "input-10": simple({"a.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "b.txt": b"\x7fELF\2\1\1\0\0\0"}, 1, 0, "looks binary"),
    "input-11": same_sentences,
    "input-12": simple({"a.txt": "word " * (4 * MEGABYTE), "b.txt": FINE}, 1, 1, "document_bytes", seconds=30),
    "input-13": simple({"a.jsonl": text(FINE) + text("x" * 3 * MEGABYTE) + text(FINE)}, 1, 2, "more than `run.limits.record_bytes`", run=", limits: {record_bytes: 1MB}"),
    "input-14": simple({"a.txt": "a" * 8 * MEGABYTE, "b.txt": "(" * 4 * MEGABYTE, "c.txt": '"' * MEGABYTE}, (0, 1), seconds=120, stages="  quotes:\n  times:\n"),
    "input-15": simple({"a.txt": "e" + "\u0301" * MEGABYTE, "b.txt": "\U0001f468\u200d" * 200000, "c.txt": "\u202eabc\u202c " * 100000}, 0, 3, seconds=120),
    "input-16": huge_numbers,
    "input-17": simple({"a.txt": '"' + "a, " * 50000 + '" said Bo.', "b.txt": "one " * 50000, "c.txt": "1," * 50000, "d.txt": "1-" * 50000}, 0, 4, seconds=120, stages="  quotes:\n  times:\n"),
    "input-18": clock_header,
    "input-19": wrong_dates,
    "jsonl-01": simple({"a.jsonl": text(FINE) + '{"text": "cut'}, 1, 1, "a.jsonl:2: the record is no JSON"),
    "jsonl-02": simple({"a.jsonl": text(FINE) + "\n// note\n{\"text\":\"x\",}\n{'text':'x'}\n{\"text\":\"x\",\"n\":NaN}\n" + text(FINE)}, 1, 2, "a.jsonl:3"),
    "jsonl-03": duplicate_key,
    "jsonl-04": simple({"a.jsonl": '{"text":"a \\ud800 b"}\n' + text(FINE)}, 1, 1, "a.jsonl:1"),
    "jsonl-05": simple({"a.jsonl": '{"body":"x"}\n{"text":null}\n{"text":3}\n{"text":["x"]}\n' + text(FINE)}, 1, 1, "field `text` is a number, not a string"),
    "jsonl-06": simple({"a.jsonl": "[" * 100000 + "\n" + '{"text":' + "[" * 100000 + "\n" + text(FINE)}, 1, 1, "a.jsonl:2"),
    "jsonl-07": odd_ids,
    "csv-01": simple({"a.csv": "id,text\n1,One.\n2,\"never closed\n3,Three.\n"}, 1, 2, "the quote opened in line 3 is never closed"),
    "csv-02": csv_shapes,
    "html-01": simple({"a.html": "<div>" * 20000 + PROSE, "b.html": PROSE}, 1, 1, "nested deeper than 256", seconds=10),
    "html-02": lambda lab: (simple({"t.html": "<table><tr><td>" * 5000 + PROSE}, 1, 0, "nested deeper")(lab), (lab.folder / "in/t.html").unlink(), (lab.folder / "out/out.jsonl").unlink(), (lab.folder / "out/failed.jsonl").unlink(), attributes(lab)),
    "html-03": scripts_and_charsets,
    "html-04": simple({"a.html": "<form><label>Password<input></form>", "b.html": PROSE}, 0, 1, said="skipped 1: input: no main text"),
    "warc-01": warc_cut,
    "warc-02": warc_lengths,
    "warc-03": warc_kinds,
    "warc-04": simple({"a.wet.gz": gzip.compress(record("conversion", FINE) + record("conversion", FINE))}, 0, 2),
    "gz-01": gzip_cut,
    "gz-02": gzip_members,
    "gz-03": bomb,
    "zst-01": zstd,
    "stdin-01": standard_input,
}
