#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The HTML report in a browser: real clicks and keys on both sides, filters, charts, print; and a DOM without
anything that an article could have put there.

    report_test.py CLAIMSIFT SOURCE [--screenshot FILE] [--dark FILE]
"""
import argparse
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

import chromium

EVIL = [
    '<script>window.pwned=1</script>', '</script><script>window.pwned=2</script>', '<!--<script>', '<img src=x onerror=window.pwned=3>',
    '" onmouseover="window.pwned=4', "'><svg onload=window.pwned=5>", '${window.pwned=6}', '</textarea></title></style><b class=evil>bold</b>', '\u2028\u2029\u202e\u0000'.replace('\0', ''),
]


def report_of(program, source, folder, documents, options=""):
    data = folder / "in.jsonl"
    data.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")
    config = folder / "report.yaml"
    config.write_text(f"""claimsift: 1
include: {source}/configs/stages.yaml
input: {{use: read, paths: [{data}]}}
stages:
  report: {{use: write_html, path: {folder}/report.html{options}}}
""")
    subprocess.run([program, "run", str(config), "--overwrite", "--quiet"], check=True)
    return folder / "report.html"


def articles(source):
    for path in sorted((source / "tests/data/articles").glob("*.txt")):
        yield {"id": path.name, "title": path.read_text(encoding="utf-8").split("\n")[0], "text": path.read_text(encoding="utf-8"), "url": "https://paper.example/" + path.stem,
               "source": "The Tarn Courier"}


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def clicks(page):
    rows = page.run("document.querySelectorAll('tr.row').length")
    check(rows > 5, f"{rows} rows")
    page.click("tr.row:nth-child(3) td:nth-child(2)")
    check(page.run("document.querySelectorAll('tr.detail').length") == 1, "a click opens the row")
    check(page.run("document.querySelectorAll('#text .on').length") > 0, "and lights the text up")
    check(page.run("new Promise(r => setTimeout(() => { const b = document.querySelector('#text .on').getBoundingClientRect(); r(b.top >= 0 && b.bottom <= innerHeight); }, 900))"), "and scrolls to it")
    check("worth checking" in page.run("document.querySelector('tr.detail').textContent"), "all fields")
    page.click("tr.row[aria-expanded=true] td:nth-child(2)")
    check(page.run("document.querySelectorAll('tr.detail, #text .on').length") == 0, "a second click closes it")
    page.run("document.querySelector('#reader').scrollTop = 0")
    wanted = page.run("[...document.querySelectorAll('#text .claim')].at(-1).dataset.claim")
    page.click(f"#text .claim[data-claim='{wanted}']")
    check(page.run("document.querySelectorAll('tr.detail').length") == 1, "a click on a mark opens its row")
    check(page.run("(() => { const t = document.querySelector('tr.row[aria-expanded=true]').textContent; return t.length > 10; })()"), "the row is there")


def filters(page):
    everything = page.run("document.querySelectorAll('tr.row').length")
    page.click("#speakers button")
    some = page.run("document.querySelectorAll('tr.row').length")
    check(0 < some < everything, f"a bar filters by speaker: {some} of {everything}")
    check(page.run("new Set([...document.querySelectorAll('tr.row')].map(r => r.cells[2].textContent)).size") == 1, "one speaker is left")
    page.click("#speakers button[aria-pressed=true]")
    page.run("(() => { const w = document.querySelector('#worth'); w.value = 0.8; w.dispatchEvent(new Event('input', {bubbles: true})); })()")
    check(page.run("[...document.querySelectorAll('tr.row')].every(r => parseFloat(r.cells[0].textContent) >= 0.795)"), "worth filters")
    page.click("#reset")
    page.run("new Promise(r => setTimeout(r, 50))")
    check(page.run("document.querySelectorAll('tr.row').length") == everything, "reset shows all")
    page.click("th[data-key=speaker] button")
    names = page.run("[...document.querySelectorAll('tr.row')].map(r => r.cells[2].textContent.toLowerCase()).filter(Boolean)")
    check(names == sorted(names), "sorted by speaker")
    page.click("th[data-key=amount] button")
    check(page.run("document.querySelector('th[data-key=amount]').getAttribute('aria-sort')") == "descending", "aria-sort")
    page.click("#timeline circle")
    check(page.run("document.querySelectorAll('tr.detail').length") == 1, "a dot opens its claim")
    page.click("input[value=all]")
    check(page.run("document.querySelectorAll('tr.row').length") > everything, "claims of all documents")
    page.click("tr.row:last-of-type td:nth-child(2)")
    page.click("input[value=document]")
    page.click("#documents button")


def keys(page):
    page.run("document.activeElement.blur()")
    page.press("Escape")
    page.press("j")
    page.press("j")
    page.press("Enter")
    check(page.run("document.activeElement.closest('tr.row')?.getAttribute('aria-expanded')") == "true", "j and Enter open a claim")
    page.press("Escape")
    check(page.run("document.querySelectorAll('tr.detail').length") == 0, "Escape closes it")
    page.press("/")
    page.type("water")
    check(page.run("document.activeElement.id") == "search", "the slash searches")
    page.press("Escape")
    page.run("(() => { const s = document.querySelector('#search'); s.value = ''; s.dispatchEvent(new Event('input')); })()")
    before = page.run("document.querySelector('#title').textContent")
    page.press("n")
    check(page.run("document.querySelector('#title').textContent") != before, "n shows the next document")
    page.press("p")
    check(page.run("document.querySelector('#title').textContent") == before, "p the one before")
    page.press("?")
    check(page.run("document.querySelector('#keys').open"), "the question mark shows the keys")
    page.press("Escape")
    page.press("d")
    check(page.run("document.documentElement.dataset.theme") in ("dark", "light"), "d changes the colours")
    page.run("delete document.documentElement.dataset.theme")


def prints(page):
    pdf = base64.b64decode(page.call("Page.printToPDF")["data"])
    check(pdf.startswith(b"%PDF") and len(pdf) > 20000, "it prints")


def injected(program, source, folder):
    claim = "The council spent 4 million euros on 12 buses in 2023, mayor Ada Sund said on Monday. "
    documents = [{"id": evil, "title": evil, "source": evil, "byline": evil, "url": url, "published": evil,
                  "text": claim + evil + " " + claim + f'"{evil}," said Ada Sund {evil} of 5 million euros.'}
                 for evil in EVIL for url in ("javascript:window.pwned=7", "data:text/html,<script>window.pwned=8</script>", "https://ok.example/\"onclick=\"x")]
    report = report_of(program, source, folder, documents, ", title: '</title><script>window.pwned=9</script>'")
    html = report.read_text(encoding="utf-8")
    scripts = 2 * len(documents) + 2
    check(html.count("<script") == scripts, f"{html.count('<script')} script elements in the file, not {scripts}")
    with chromium.Browser() as page:
        page.open(report.as_uri())
        for number in range(len(documents)):
            page.run(f"document.querySelector('#documents button[data-doc=\"{number}\"]').click()")
            page.run("document.querySelectorAll('tr.row').forEach((_, i, all) => document.querySelectorAll('tr.row')[i].click())")
            found = page.run("""[...document.querySelectorAll('img, iframe, object, embed, link, base, form[action], .evil, b[class], svg [onload], [onmouseover], [onclick], [onerror]')].map(e => e.outerHTML)""")
            check(found == [], f"injected nodes: {found}")
            links = page.run("[...document.querySelectorAll('a')].map(a => a.href)")
            check(all(l.startswith(("https://", "http://")) or l.endswith("#claims") for l in links), f"links: {links}")
            check(page.run("[...document.querySelectorAll('a[target]')].every(a => a.rel.includes('noopener'))"), "rel=noopener")
        check(page.run("document.scripts.length") == scripts, "scripts in the page")
        check(page.run("window.pwned") is None, "a script of an article ran")
        check(page.problems == [], f"problems: {page.problems}")


def many(program, source, folder):
    documents = [{"id": f"d{i}", "title": f"Document number {i}", "text": f"The town of Elm spent {i} million euros in 2023, the mayor Ada Sund said."} for i in range(2000)]
    report = report_of(program, source, folder, documents)
    with chromium.Browser() as page:
        page.open(report.as_uri())
        check(page.run("document.querySelectorAll('#documents li').length") == 200, "documents are shown a part at a time")
        page.click("input[value=all]")
        check(page.run("document.querySelectorAll('tr.row').length") == 200, "claims too")
        page.click("#more-claims")
        check(page.run("document.querySelectorAll('tr.row').length") == 400, "more of them")
        page.click("#find")
        page.type("number 1999")
        page.click("#documents button")
        check("Document number 1999" == page.run("document.querySelector('#title').textContent"), "a document is found")
        check(page.problems == [], f"problems: {page.problems}")
    report = report_of(program, source, folder, documents, ", max_megabytes: 1")
    with chromium.Browser() as page:
        page.open(report.as_uri())
        check("did not fit into 1 MB" in page.run("document.querySelector('#left-out').textContent"), "the page says what is left out")
        check(report.stat().st_size < 1_100_000, "the size is kept")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--screenshot")
    parser.add_argument("--dark")
    arguments = parser.parse_args()
    if chromium.program() is None:
        print("skipped: no Chromium is installed (Debian: apt-get install chromium-headless-shell)")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        report = report_of(arguments.program, arguments.source, folder, list(articles(arguments.source)))
        with chromium.Browser() as page:
            page.open(report.as_uri())
            if arguments.screenshot or arguments.dark:
                page.click("tr.row:nth-child(2) td:nth-child(2)")
                page.run("document.querySelector('#side').scrollTop = 0")
                page.run("new Promise(r => setTimeout(r, 1500))")
                for file in filter(None, (arguments.screenshot, arguments.dark)):
                    if file == arguments.dark:
                        page.run("document.documentElement.dataset.theme = 'dark'")
                    pathlib.Path(file).write_bytes(base64.b64decode(page.call("Page.captureScreenshot", format="png")["data"]))
                return 0
            for part in (clicks, filters, keys, prints):
                part(page)
            check(page.problems == [], f"problems: {page.problems}")
            check(all(r.startswith(("file:", "about:")) for r in page.requests), f"requests: {page.requests}")
        injected(arguments.program, arguments.source, folder)
        many(arguments.program, arguments.source, folder)
    print("all of it holds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
