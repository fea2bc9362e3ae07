// The report of write_html. Documents stand in the file as inert JSON: a summary of each, read at once, and the
// text with its marks, read when it is shown. Everything reaches the page as text, never as markup.
"use strict";
(() => {
  const KINDS = ["quantity", "event or property", "position", "comparison", "causal", "prediction", "temporal", "interval",
    "record", "law or rule", "quote", "other"];
  const ROWS = 200; // of a long list, shown at once
  const $ = (id) => document.getElementById(id);
  const report = JSON.parse($("report").textContent);
  const summaries = [...document.querySelectorAll("script.summary")].map((s) => JSON.parse(s.textContent));
  const details = [...document.querySelectorAll("script.detail")];
  const state = { doc: 0, open: null, scope: "document", sort: "worth", down: true, rows: ROWS, documents: ROWS, find: "" };
  let detail = null; // of the document that is shown
  let marks = new Map(); // claim -> its elements in the text
  let shown = []; // the claims in the table

  // All claims, each with what filters and columns ask for.
  const claims = summaries.flatMap((doc, d) => doc.claims.map((c, i) => ({
    doc: d, index: i, worth: c.w ?? 0, text: c.s ?? "", speaker: c.p ?? "", bits: c.k ?? 0,
    kind: KINDS.filter((_, bit) => (c.k >> bit) & 1).join(", "), amounts: c.a ?? [], amount: c.a?.[0]?.v ?? null, date: c.d ?? "",
    at: 0, words: `${c.s ?? ""} ${c.p ?? ""} ${doc.title ?? doc.id}`.toLowerCase(),
  })));
  claims.forEach((c, at) => { c.at = at; });

  /** An element with text or children; strings become text nodes. */
  function el(name, props = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(props)) {
      if (key === "class") made.className = value;
      else if (key === "dataset") Object.assign(made.dataset, value);
      else if (key.startsWith("aria") || key === "role" || key === "for") made.setAttribute(key, value);
      else made[key] = value;
    }
    made.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
    return made;
  }
  function svg(name, attributes, ...children) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  /** A link for http and https alone; anything else is shown as the text that it is. */
  function link(url, text = url) {
    let safe = false;
    try { safe = ["http:", "https:"].includes(new URL(url).protocol); } catch { /* no URL */ }
    return safe ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text) : text;
  }
  function bar(share) {
    const made = el("i", { class: "share" });
    made.style.setProperty("--share", `${Math.round(100 * share)}%`);
    return made;
  }
  const shortened = (list, most) => list.slice(0, most).join(", ") + (list.length > most ? ` +${list.length - most}` : "");
  const plural = (n, one, many = one + "s") => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
  const number = (n) => n === null || n === undefined ? "" : n.toLocaleString("en", { maximumFractionDigits: 4 });
  const amountText = (a) => [number(a.v ?? null) || a.t, a.v === null || a.v === undefined ? "" : a.u].filter(Boolean).join(" ");
  const spaced = (word) => (word ?? "").replaceAll("_", " ");
  const nameOf = (doc) => doc.title || doc.id.replace(/[?#].*$/, "").split("/").filter(Boolean).pop() || doc.id;

  // --- The document -------------------------------------------------------------------------------

  function spansOf(d) {
    const spans = [];
    const add = (kind, list, title) => { for (const [ref, item] of (list ?? []).entries()) if (item.begin !== null) spans.push({ begin: item.begin, end: item.end, kind, ref, title: title ? title(item) : "" }); };
    add("claim", d.claims);
    add("quantity", d.quantities, (q) => [spaced(q.kind), q.modifier && spaced(q.modifier), q.value !== null ? number(q.value) : q.low !== null ? `${number(q.low)} to ${number(q.high)}` : "", q.unit].filter(Boolean).join(" · "));
    add("time", d.times, (t) => [t.type && t.type.toLowerCase(), t.value].filter(Boolean).join(" · "));
    add("quote", (d.quotes ?? []).filter((q) => q.kind === "speech"));
    for (const a of d.attributions ?? [])
      for (const part of a.source ?? []) spans.push({ begin: part.begin, end: part.end, kind: "speaker", ref: 0, title: [a.speaker, a.speaker_role].filter(Boolean).join(", ") });
    return spans.filter((s) => s.end > s.begin);
  }

  /** The text in pieces, each with the marks that cover it. */
  function drawText() {
    const box = $("text");
    box.replaceChildren();
    marks = new Map();
    const text = detail.text;
    const spans = spansOf(detail);
    const edges = spans.flatMap((s, i) => [{ at: s.begin, i, opens: true }, { at: s.end, i, opens: false }]).sort((a, b) => a.at - b.at);
    const active = new Set();
    let from = 0, next = 0;
    while (next < edges.length || from < text.length) {
      const to = next < edges.length ? Math.min(edges[next].at, text.length) : text.length;
      if (to > from) box.append(piece(text.slice(from, to), [...active].map((i) => spans[i])));
      from = to;
      if (next >= edges.length) break;
      for (; next < edges.length && Math.min(edges[next].at, text.length) === to; ++next)
        if (edges[next].opens) active.add(edges[next].i); else active.delete(edges[next].i);
    }
  }
  function piece(text, spans) {
    if (spans.length === 0) return document.createTextNode(text);
    const made = el("span", { class: [...new Set(spans.map((s) => s.kind))].join(" ") }, text);
    const own = spans.filter((s) => s.kind === "claim").sort((a, b) => (a.end - a.begin) - (b.end - b.begin));
    const title = spans.map((s) => s.title).filter(Boolean).join("\n");
    if (title) made.title = title;
    if (own.length) {
      made.dataset.claim = own[0].ref;
      made.style.setProperty("--w", Math.max(...own.map((s) => detail.claims[s.ref].check_worthiness ?? 0)).toFixed(2));
      for (const s of own) {
        if (!marks.has(s.ref)) {
          marks.set(s.ref, []);
          if (own[0].ref === s.ref) {
            made.tabIndex = 0;
            made.setAttribute("role", "button");
            made.setAttribute("aria-label", `Claim: ${text}`);
          }
        }
        marks.get(s.ref).push(made);
      }
    }
    return made;
  }

  function showDocument(index) {
    state.doc = Math.max(0, Math.min(index, summaries.length - 1));
    state.open = null;
    const doc = summaries[state.doc];
    detail = doc ? JSON.parse(details[state.doc].textContent) : { text: "", claims: [] };
    $("title").textContent = doc ? nameOf(doc) : "No documents";
    $("kicker").replaceChildren(...(doc ? [doc.source, doc.published].filter(Boolean).flatMap((t, i) => [i ? " · " : "", t]) : []));
    if (doc?.url) $("kicker").append(doc.source || doc.published ? " · " : "", link(doc.url));
    $("byline").textContent = doc?.byline ? (/^by /i.test(doc.byline) ? doc.byline : `By ${doc.byline}`) : "";
    drawText();
    $("reader").scrollTop = 0;
    for (const button of $("documents").querySelectorAll("button")) button.setAttribute("aria-current", String(Number(button.dataset.doc) === state.doc));
    state.rows = ROWS;
    refresh();
  }

  function drawDocuments() {
    if (summaries.length < 2) return;
    $("index").hidden = false;
    $("scope").hidden = false;
    document.querySelector("main").classList.add("many");
    const wanted = state.find.toLowerCase();
    const fitting = summaries.map((doc, d) => ({ doc, d })).filter(({ doc }) => !wanted || `${nameOf(doc)} ${doc.source ?? ""} ${doc.published ?? ""}`.toLowerCase().includes(wanted));
    $("documents").replaceChildren(...fitting.slice(0, state.documents).map(({ doc, d }) => el("li", {},
      el("button", { type: "button", dataset: { doc: d }, "aria-current": String(d === state.doc) },
        el("b", {}, nameOf(doc)), el("small", {}, [doc.source, (doc.published ?? "").slice(0, 10), plural(doc.claims.length, "claim")].filter(Boolean).join(" · "))))));
    $("more-documents").hidden = fitting.length <= state.documents;
  }

  // --- The claims ---------------------------------------------------------------------------------

  const inScope = () => state.scope === "all" ? claims : claims.filter((c) => c.doc === state.doc);

  function filtered() {
    const words = $("search").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const worth = Number($("worth").value), speaker = $("speaker").value, kind = $("kind").value;
    const amount = $("amount").value === "" ? null : Number($("amount").value);
    return inScope().filter((c) => c.worth >= worth && (!speaker || c.speaker === speaker) && (!kind || (c.bits >> Number(kind)) & 1) &&
      (amount === null || c.amounts.some((a) => Math.abs(a.v ?? -Infinity) >= amount)) && words.every((w) => c.words.includes(w)));
  }
  function sorted(list) {
    const key = { worth: (c) => c.worth, text: (c) => c.doc * 1e6 + c.index, speaker: (c) => c.speaker.toLowerCase(), kind: (c) => c.kind, amount: (c) => c.amount }[state.sort];
    const sign = state.down ? -1 : 1;
    return list.map((c) => [key(c), c]).sort(([a, x], [b, y]) => {
      const missing = (v) => v === null || v === "";
      if (missing(a) !== missing(b)) return missing(a) ? 1 : -1; // what is unknown stands last
      return (a < b ? -sign : a > b ? sign : 0) || x.doc - y.doc || x.index - y.index;
    }).map(([, c]) => c);
  }

  function drawTable() {
    const body = $("claims").tBodies[0];
    body.replaceChildren();
    for (const claim of shown.slice(0, state.rows)) {
      const open = state.open === claim;
      body.append(el("tr", { class: "row", tabIndex: 0, dataset: { claim: claim.at }, "aria-expanded": String(open) },
        el("td", {}, claim.worth.toFixed(2), bar(claim.worth)),
        el("td", {}, claim.text, state.scope === "all" ? el("small", {}, nameOf(summaries[claim.doc])) : null),
        el("td", {}, claim.speaker), el("td", { class: "small", title: claim.kind }, shortened(claim.kind.split(", "), 2)),
        el("td", { class: "small" }, shortened(claim.amounts.map(amountText), 3))));
      if (open) body.append(detailRow(claim));
    }
    $("none").hidden = shown.length > 0;
    $("more-claims").hidden = shown.length <= state.rows;
    for (const th of $("claims").tHead.rows[0].cells) th.setAttribute("aria-sort", th.dataset.key !== state.sort ? "none" : state.down ? "descending" : "ascending");
  }

  function detailRow(claim) {
    const c = detail.claims[claim.index] ?? {};
    const list = el("dl");
    const add = (name, value) => { if (value !== null && value !== undefined && value !== "" && value.length !== 0) list.append(el("dt", {}, name), el("dd", {}, value)); };
    add("as it stands", c.text);
    add("on its own", c.standalone !== c.text ? c.standalone : "");
    add("sentence", c.sentence !== c.text ? c.sentence : "");
    add("said by", [c.speaker, c.speaker_role].filter(Boolean).join(", "));
    add("introduced by", [c.cue && `“${c.cue}”`, spaced(c.attribution_kind)].filter(Boolean).join(", "));
    add("kinds", (c.types ?? []).map(spaced).join(", "));
    add("quantities", (c.quantities ?? []).map((q) => `${q.text} (${[q.modifier && spaced(q.modifier), q.value !== null ? number(q.value) : q.low !== null ? `${number(q.low)} to ${number(q.high)}` : "", q.unit, q.change].filter(Boolean).join(" ")})`).join("; "));
    add("times", (c.times ?? []).map((t) => `${t.text}${t.value ? ` (${t.value})` : ""}`).join("; "));
    add("names", (c.entities ?? []).map((e) => e.text).join(", "));
    add("denied", c.negated ? "yes" : "");
    add("weakened", c.hedged ? "yes" : "");
    add("left open", (c.unresolved ?? []).map((u) => `“${u.text}” (${spaced(u.why)})`).join(", "));
    const byId = new Map(detail.claims.map((other) => [other.claim_id, other]));
    add("other claims", (c.relations ?? []).map((r) => `${spaced(r.type)}: ${byId.get(r.claim_id)?.standalone ?? r.claim_id}`).join("; "));
    add("repeats", c.cluster && c.cluster !== c.claim_id ? byId.get(c.cluster)?.standalone ?? c.cluster : "");
    if (c.matches?.length) add("checked before", el("span", {}, ...c.matches.flatMap((m, i) => [i ? "; " : "", link(m.url, `${m.verdict ?? m.id} (${m.score.toFixed(2)})`)])));
    add("checkable", c.checkable?.toFixed(2));
    add("worth checking", c.check_worthiness?.toFixed(2));
    add("record", c.claim_id);
    return el("tr", { class: "detail" }, el("td", { colSpan: 5 }, list));
  }

  /** Opens a claim on both sides; `from` is the side that was clicked and stays where it is. */
  function select(claim, from) {
    const close = state.open === claim && from === "table";
    if (claim.doc !== state.doc) showDocument(claim.doc);
    state.open = close ? null : claim;
    if (!close && !shown.includes(claim)) { // no filter hides what was asked for
      $("filters").reset();
      $("search").value = "";
      refresh();
    }
    const place = shown.indexOf(claim);
    if (place >= state.rows) state.rows = place + 20;
    drawTable();
    for (const mark of $("text").querySelectorAll(".on")) mark.classList.remove("on", "flash");
    for (const dot of $("timeline").querySelectorAll("circle")) dot.classList.toggle("on", claims[dot.dataset.claim] === state.open);
    const row = $("claims").querySelector(`tr.row[data-claim="${claim.at}"]`);
    if (!close) for (const mark of marks.get(claim.index) ?? []) mark.classList.add("on", "flash");
    const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (!close && from !== "text") marks.get(claim.index)?.[0]?.scrollIntoView({ block: "center", behavior: smooth });
    if (from !== "table") row?.scrollIntoView({ block: "center", behavior: smooth });
    if (from !== "text") row?.focus({ preventScroll: true });
  }

  // --- The charts ---------------------------------------------------------------------------------

  function drawSpeakers(list) {
    const counts = new Map();
    for (const c of list) if (c.speaker) counts.set(c.speaker, (counts.get(c.speaker) ?? 0) + 1);
    const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 6);
    $("speakers").replaceChildren(...top.map(([name, count]) => {
      return el("button", { type: "button", title: `${name}: ${plural(count, "claim")}`, dataset: { speaker: name }, "aria-pressed": String($("speaker").value === name) },
        el("span", {}, name), bar(count / top[0][1]), el("span", {}, String(count)));
    }));
    if (top.length === 0) $("speakers").append(el("p", { class: "empty" }, "No claim has a named speaker."));
    const chosen = $("speaker").value;
    $("speaker").replaceChildren(el("option", { value: "" }, "anyone"), ...[...counts.keys()].sort((a, b) => a.localeCompare(b)).map((name) => el("option", { value: name }, name)));
    $("speaker").value = counts.has(chosen) ? chosen : "";
  }

  /** Days since 1970 of "2024", "2024-03" or "2024-03-05", in the middle of what is not said; null for others. */
  function dayOf(value) {
    const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dX])/.exec(value ?? "");
    if (!m || (m[2] && (m[2] < 1 || m[2] > 12))) return null;
    return Date.UTC(Number(m[1]), m[2] ? m[2] - 1 : 6, m[3] ? Number(m[3]) : m[2] ? 15 : 1) / 864e5;
  }
  function drawTimeline(list) {
    const dated = list.map((c) => ({ c, day: dayOf(c.date) })).filter((x) => x.day !== null).sort((a, b) => a.day - b.day);
    $("span").textContent = dated.length ? `(${plural(dated.length, "dated claim")})` : "";
    if (dated.length === 0) return $("timeline").replaceChildren(el("p", { class: "empty" }, "No claim has a date."));
    const width = 340, height = 118, edge = 12, base = height - 20;
    const low = dated[0].day, high = dated[dated.length - 1].day, range = Math.max(high - low, 1);
    const x = (day) => edge + (width - 2 * edge) * (high === low ? 0.5 : (day - low) / range);
    const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Dated claims over time" }, svg("line", { x1: edge, x2: width - edge, y1: base, y2: base }));
    const name = (day) => { const date = new Date(day * 864e5); return range > 900 ? String(date.getUTCFullYear()) : date.toISOString().slice(0, range > 60 ? 7 : 10); };
    for (const [day, anchor] of high === low ? [[low, "middle"]] : [[low, "start"], [(low + high) / 2, "middle"], [high, "end"]])
      chart.append(svg("text", { x: anchor === "start" ? 0 : anchor === "end" ? width : x(day), y: height - 4, "text-anchor": anchor }, name(day)));
    const columns = new Map(); // claims of one place stand on each other
    const radius = dated.length > 60 ? 3.2 : 4.6;
    for (const { c, day } of dated.slice(0, 1500)) {
      const column = Math.round(x(day) / (2 * radius));
      const level = columns.get(column) ?? 0;
      columns.set(column, level + 1);
      const dot = svg("circle", { cx: x(day).toFixed(1), cy: Math.max(radius, base - radius - 1 - level * 2 * radius).toFixed(1), r: radius }, svg("title", {}, `${c.date} · ${c.text}`));
      dot.dataset.claim = c.at;
      chart.append(dot);
    }
    $("timeline").replaceChildren(chart);
  }

  function drawKinds(list) {
    const chosen = $("kind").value;
    const present = KINDS.map((kind, bit) => [kind, bit]).filter(([, bit]) => list.some((c) => (c.bits >> bit) & 1));
    $("kind").replaceChildren(el("option", { value: "" }, "any"), ...present.map(([kind, bit]) => el("option", { value: bit }, kind)));
    $("kind").value = present.some(([, bit]) => String(bit) === chosen) ? chosen : "";
  }

  /** Everything that depends on scope and filters. */
  function refresh() {
    const list = inScope();
    drawSpeakers(list);
    drawKinds(list);
    $("worth-value").textContent = Number($("worth").value).toFixed(2);
    shown = sorted(filtered());
    if (state.open && !shown.includes(state.open)) state.open = null;
    drawTimeline(shown);
    drawTable();
    const all = claims.length, here = shown.length;
    $("summary").textContent = [summaries.length === 1 ? "" : plural(summaries.length, "document"), plural(all, "claim"),
      plural(new Set(claims.map((c) => c.speaker).filter(Boolean)).size, "speaker"), here !== all ? `${here.toLocaleString("en")} shown` : ""].filter(Boolean).join(" · ");
  }

  // --- What the reader does -----------------------------------------------------------------------

  const claimOfRow = (row) => claims[Number(row.dataset.claim)];
  function step(by) {
    const rows = [...$("claims").querySelectorAll("tr.row")];
    const at = rows.indexOf(document.activeElement.closest?.("tr.row") ?? $("claims").querySelector('tr.row[aria-expanded="true"]'));
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }
  function changeTheme() {
    const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
  }

  $("documents").addEventListener("click", (e) => { const button = e.target.closest("button"); if (button) showDocument(Number(button.dataset.doc)); });
  $("find").addEventListener("input", () => { state.find = $("find").value; state.documents = ROWS; drawDocuments(); });
  $("more-documents").addEventListener("click", () => { state.documents += ROWS; drawDocuments(); });
  $("more-claims").addEventListener("click", () => { state.rows += ROWS; drawTable(); });
  $("text").addEventListener("click", (e) => { const mark = e.target.closest("span.claim"); if (mark && !$("text").classList.contains("no-claim")) select(claims.find((c) => c.doc === state.doc && c.index === Number(mark.dataset.claim)), "text"); });
  $("legend").addEventListener("change", (e) => $("text").classList.toggle(`no-${e.target.value}`, !e.target.checked));
  $("claims").tBodies[0].addEventListener("click", (e) => { const row = e.target.closest("tr.row"); if (row) select(claimOfRow(row), "table"); });
  $("claims").tHead.addEventListener("click", (e) => {
    const key = e.target.closest("th")?.dataset.key;
    if (!key) return;
    state.down = state.sort === key ? !state.down : key === "worth" || key === "amount";
    state.sort = key;
    refresh();
  });
  $("speakers").addEventListener("click", (e) => {
    const name = e.target.closest("button")?.dataset.speaker;
    if (name === undefined) return;
    $("speaker").value = $("speaker").value === name ? "" : name;
    refresh();
  });
  $("timeline").addEventListener("click", (e) => { const dot = e.target.closest("circle"); if (dot) select(claims[Number(dot.dataset.claim)], "chart"); });
  $("filters").addEventListener("submit", (e) => e.preventDefault());
  $("filters").addEventListener("input", (e) => { if (e.target.name === "scope") state.scope = e.target.value; state.rows = ROWS; refresh(); });
  $("filters").addEventListener("reset", () => setTimeout(() => { state.scope = "document"; refresh(); }));
  $("search").addEventListener("input", () => { state.rows = ROWS; refresh(); });
  $("theme").addEventListener("click", changeTheme);
  $("help").addEventListener("click", () => $("keys").showModal());

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || $("keys").open) return;
    const typing = e.target.matches("input:not([type=range]):not([type=checkbox]):not([type=radio]), select");
    if (typing && e.key !== "Escape") return;
    const row = e.target.closest("tr.row"), mark = e.target.closest("span.claim");
    const does = {
      j: () => step(1), k: () => step(-1), ArrowDown: row && (() => step(1)), ArrowUp: row && (() => step(-1)),
      Enter: row ? () => select(claimOfRow(row), "table") : mark && (() => mark.click()), " ": row ? () => select(claimOfRow(row), "table") : mark && (() => mark.click()),
      n: () => showDocument(state.doc + 1), p: () => showDocument(state.doc - 1), "/": () => $("search").focus(), d: changeTheme, "?": () => $("keys").showModal(),
      Escape: () => { if (typing) e.target.blur(); else if (state.open) select(state.open, "table"); },
    }[e.key];
    if (!does) return;
    e.preventDefault();
    does();
  });

  if (report.left_out > 0) {
    $("left-out").hidden = false;
    $("left-out").textContent = `${plural(report.left_out, "document")} did not fit into ${report.max_megabytes} MB and ${report.left_out === 1 ? "is" : "are"} left out (max_megabytes).`;
  }
  if (report.title) document.title = document.querySelector(".brand h1").textContent = report.title;
  drawDocuments();
  showDocument(0);
})();
