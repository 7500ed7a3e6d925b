/** What stands behind a line: the claim with its receipt, and all else between the two; or all ties of one actor. */
import { K } from "../geometry/constants.js";
import { byId, count, el, foreign } from "../drawing/dom.js";
import { badges } from "../data/badges.js";
import { pairDetail } from "./pair.js";
import { human, standingWord } from "../geometry/relations.js";
import { admits, inForce, standing } from "../data/select.js";
import { app } from "../data/state.js";

const MOST_ROWS = 150;

/** A small square with the sign. */
export const chip = (sign) => el("span", { class: `chip s${sign}`, title: K.signs[sign] }, K.glyphs[sign],
  el("span", { class: "sr" }, ` ${K.signs[sign]} `));

const chosen = (relation, t) => relation.ties.includes(t);

export function renderDetail() {
  const { S, model } = app;
  const panel = byId("detail");
  panel.hidden = !S.sel;
  if (!S.sel) return panel.replaceChildren();
  const close = el("button", { class: "btn close", "aria-label": "Close details", click: () => app.select(null) }, "×");
  panel.replaceChildren(close, ...(S.sel.kind === "tie" ? tieDetail(model, S.sel.i)
    : S.sel.kind === "pair" ? pairDetail(model, S.sel.i, (ties) => rows(model, ties)) : S.sel.kind === "group" ? groupDetail(model, S.sel.i) : actorDetail(model, S.sel.i)));
  panel.scrollTop = 0;
  return undefined;
}

function tieDetail(model, t) {
  const { T, A } = model;
  const [a, b] = [T.source[t], T.target[t]];
  const pair = model.at[a].filter((other) => T.source[other] === b || T.target[other] === b)
    .filter((other) => a !== b || T.source[other] === T.target[other]);
  const line = app.picture?.lines?.find(({ relation }) => chosen(relation, t))?.relation.ties ?? [t];
  const type = model.types[T.type[t]];
  return [
    el("h2", {}, foreign(A.name[a]), " ", el("em", {}, human(T.type[t])), model.symmetric(T.type[t]) ? " – " : " → ", foreign(A.name[b])),
    el("p", {}, chip(T.tone[t]), ` ${K.signs[T.tone[t]]} `, ...badges(T, t)),
    standing(T, t) !== "actual" && el("p", { class: "warn" }, `Not a fact: ${meaning(T, t)}.`),
    T.quote[t] && el("blockquote", { dir: "auto" }, T.quote[t]),
    place(T, t) && el("p", { class: "soft" }, place(T, t)),
    facts(model, t),
    type?.definition && el("details", {}, el("summary", {}, `What “${human(T.type[t])}” means`), el("p", {}, type.definition)),
    line.length > 1 && el("h3", {}, `Said ${line.length} times: one line in the picture`),
    line.length > 1 && rows(model, line, t),
    el("h3", {}, `${count(pair.length, "tie")} between ${A.name[a]} and ${A.name[b]}`),
    rows(model, pair, t),
    el("p", { class: "tools" }, actorButton(a), actorButton(b)),
  ].filter(Boolean);
}

const actorButton = (i) => el("button", { class: "btn", click: () => app.select({ kind: "actor", i }) }, foreign(app.model.A.name[i]));

/** What its mode means. */
const meaning = (T, t) => (T.negated[t] ? K.negated[T.mode[t]][1] : K.modes[T.mode[t]]);

function place(T, t) {
  const parts = [];
  if (T.paragraph[t] !== null) parts.push(`paragraph ${T.paragraph[t]}`);
  if (T.start_char[t] !== null && T.end_char[t] !== null) parts.push(`characters ${T.start_char[t]}–${T.end_char[t]}`);
  if (T.record[t]) parts.push(`record ${T.record[t]}`);
  if (T.claim[t]) parts.push(`claim ${T.claim[t]}`);
  return parts.join(", ");
}

/** Its dates in words; what happened once, on one day or in one month, did not go on since. */
function when(T, t) {
  const [since, until] = [T.since[t], T.until[t]];
  const once = since && (!until || until === since) && T.since_earliest[t] === T.until_earliest[t] && T.since_latest[t] === T.until_latest[t];
  if (once) return `${/^\d{4}-\d\d-\d\d/.test(since) ? "on" : "in"} ${since}`;
  return [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(", ") || "undated";
}

function facts(model, t) {
  const { T } = model;
  const source = model.sources.find((s) => s.id === T.source_id[t]);
  const dates = when(T, t);
  const state = app.S.asof ? ` (${{ no: "not in force", undated: "undated", unknown: "unknown after its source ends" }[inForce(T, t,
    app.S.asof)] ?? `${inForce(T, t, app.S.asof)} in force`} on ${app.S.asof})` : "";
  const list = [
    ["In short", T.gloss[t]], ["Holder", T.holder[t]], ["Mode", `${standingWord(T.mode[t], T.negated[t]) || "actual"}: ${meaning(T, t)}`],
    ["Author", T.endorsed[t] ? "endorses it" : "does not endorse it"], ["Inferred", T.inferred[t] ? "yes, the coder's conclusion" : null],
    ["Dates", dates + state], ["Confidence", `${Math.round(T.confidence[t] * 100)} %`], ["Factor", T.factor[t]],
    ["Regarding", (T.regarding[t] ?? []).join(", ")], ["Constraint", T.constraint[t] && human(T.constraint[t])], ["Mechanism", T.mechanism[t]],
    ["Condition", T.condition[t]], ["Source", source?.name], ["Cite", source?.citation], ["Licence", source?.licence],
    ["Known until", source?.coverage_until],
  ];
  return el("dl", {}, ...list.filter(([, value]) => value).flatMap(([name, value]) => [el("dt", {}, name), foreign(value, "dd")]));
}

/** A list of ties, each a button. */
function rows(model, ties, current = null) {
  const { T, A } = model;
  const made = ties.slice(0, MOST_ROWS).map((t) => el("li", {}, el("button", {
    class: `row${t === current ? " current" : ""}`, "aria-current": t === current ? "true" : null, click: () => app.select({ kind: "tie", i: t }),
  }, chip(T.tone[t]), " ", foreign(A.name[T.source[t]]), " ", el("em", {}, human(T.type[t])), " ", foreign(A.name[T.target[t]]), " ",
  ...badges(T, t), T.since[t] && el("span", { class: "soft" }, ` ${T.since[t]}`),
  !admits(model, app.S, t) && el("span", { class: "soft" }, " (filtered out)"))));
  return el("ul", { class: "rows" }, ...made,
    ties.length > MOST_ROWS && el("li", { class: "soft" }, `and ${(ties.length - MOST_ROWS).toLocaleString("en")} more in the table`));
}

function actorDetail(model, i) {
  const { A, T, at } = model;
  const shown = at[i].filter((t) => admits(model, app.S, t));
  const out = shown.filter((t) => T.source[t] === i && !model.symmetric(T.type[t]));
  const both = shown.filter((t) => model.symmetric(T.type[t]));
  const into = shown.filter((t) => T.source[t] !== i && !model.symmetric(T.type[t]));
  const depth = (d) => el("button", { class: "btn", "aria-pressed": app.S.ego === i && app.S.depth === d ? "true" : "false",
    click: () => app.ego(i, d) }, `${d} ${d === 1 ? "step" : "steps"}`);
  return [
    foreign(A.name[i], "h2"),
    el("p", {}, K.kinds[A.kind[i]]?.name ?? human(A.kind[i]), " · ", count(shown.length, "tie"), " shown of ", String(at[i].length)),
    (A.aliases[i] ?? []).length > 0 && el("p", { class: "soft", dir: "auto" }, `Also: ${A.aliases[i].join(", ")}`),
    el("p", { class: "tools", role: "group", "aria-label": "Only the neighbourhood" }, "Neighbourhood: ", depth(1), depth(2), depth(3),
      app.S.ego !== null && el("button", { class: "btn", click: () => app.ego(null) }, "Leave")),
    ...[["Out", out], ["In", into], ["Mutual", both]].flatMap(([name, ties]) =>
      ties.length ? [el("h3", {}, `${name} (${ties.length})`), rows(model, ties)] : []),
    !shown.length && el("p", { class: "soft" }, "No tie of this actor passes the filters."),
  ].filter(Boolean);
}

function groupDetail(model, g) {
  const { groups } = app.summary;
  const members = [...groups.of.keys()].filter((i) => groups.of[i] === g).sort((i, j) => model.at[j].length - model.at[i].length);
  return [
    foreign(groups.names[g], "h2"),
    el("p", {}, `${count(members.length, "actor")}; those with most ties:`),
    el("ul", { class: "rows" }, ...members.slice(0, 60).map((i) => el("li", {}, el("button", { class: "row", click: () => {
      app.ego(i, 1);
      app.select({ kind: "actor", i });
    } }, foreign(model.A.name[i]), el("span", { class: "soft" }, ` ${count(model.at[i].length, "tie")}`))))),
  ];
}
