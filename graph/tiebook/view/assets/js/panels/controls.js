/** The filters, which are the legend as well. */
import { K } from "../geometry/constants.js";
import { byId, el, svg } from "../drawing/dom.js";
import { figure, kindStyle, strokes, tintOf } from "../drawing/draw.js";
import { hollow, toneMark } from "../drawing/legend.js";
import { human } from "../geometry/relations.js";
import { standing } from "../data/select.js";
import { disagreements, sourcesOf } from "../data/sources.js";
import { app, STANDINGS } from "../data/state.js";
import { groupings } from "../drawing/summary.js";

const tally = (values) => {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const swatch = (...marks) => svg("svg", { width: 34, height: 18, viewBox: "-1 -9 34 18", "aria-hidden": "true" }, ...marks);

const check = (label, checked, change, ...more) => {
  const box = el("input", { type: "checkbox", change: (event) => {
    change(event.target.checked);
    app.update();
  } });
  box.checked = checked;
  return el("label", {}, box, ...more, el("span", {}, label));
};

/** A box for each value; unticked ones are in `off`. */
const checks = (values, off, name, mark = () => null) => values.map(([value, n]) =>
  check(name(value), !off.has(value), (on) => (on ? off.delete(value) : off.add(value)), mark(value),
    n !== undefined && el("small", { class: "soft" }, n.toLocaleString("en"))));

const group = (title, open, ...children) => el("details", { open }, el("summary", {}, title), ...children);

const pick = (label, value, options, change) => {
  const box = el("select", { "aria-label": label, change: (event) => {
    change(event.target.value);
    app.update();
  } }, ...options.map(([v, name]) => el("option", { value: v, selected: v === value }, name)));
  return el("label", { class: "field" }, el("span", {}, label), box);
};

/** Each source, how it is told apart, and where they disagree. */
function sourceGroup(sources, palette) {
  const { S, model } = app;
  const counts = tally(model.T.source_id);
  const name = (id) => model.sources.find((source) => source.id === id).name;
  const mark = (id) => S.colour === "source" && swatch(svg("path", { d: "M0 0H31", stroke: tintOf(sources.indexOf(id), S.theme), "stroke-width": 4 }));
  const found = disagreements(model);
  return group("Sources", true, ...checks(sources.map((id) => [id, counts.get(id)]), S.offSources, name, mark),
    pick("Colour by", S.colour, [["sign", "sign"], ["source", "source"]], (v) => { S.colour = v; renderControls(); }),
    el("p", { class: "note" }, found.length ? `They disagree on ${found.length}:` : "No source here denies what another one says."),
    ...found.slice(0, 12).map(({ ties, text }) => el("button", { class: "row", click: () => app.goTo({ kind: "tie", i: ties[0] }) }, text)));
}

export function renderControls() {
  const { S, model } = app;
  const { T, A } = model;
  const palette = K.themes[S.theme];
  const has = tally(Array.from({ length: model.m }, (_, t) => standing(T, t)));
  const types = [...tally(T.type)].sort((p, q) => q[1] - p[1]);
  const setTypes = (on) => {
    for (const [type] of types) if (on) S.offTypes.delete(type); else S.offTypes.add(type);
    app.update();
    renderControls();
  };
  const line = (tone) => swatch(...toneMark(tone, palette));
  const sources = sourcesOf(model);
  const said = (how) => swatch(...(how === "actual" ? strokes("M0 0H31", { tone: "1", ghost: false, width: 2 }, { ...palette, 1: palette.ink })
    : hollow(how === "denied" ? how : how.startsWith("not ") && "not", palette)));
  const confidence = el("input", { type: "range", "aria-label": "Least confidence", min: 0, max: 1, step: 0.05, value: S.conf, input: (event) => {
    S.conf = Number(event.target.value);
    byId("conf-out").textContent = S.conf.toFixed(2);
    app.update();
  } });
  const choices = (column) => [["", "all"], ...[...new Set(column.filter(Boolean))].sort().slice(0, 300).map((v) => [v, v])];
  const modes = STANDINGS.filter((how) => has.has(how));
  byId("filters").replaceChildren(...[
    el("button", { class: "btn narrow", click: () => app.toggleFilters(false) }, "Close filters"),
    group("Sign", true, ...checks(K.order.filter((tone) => T.tone.includes(tone)).map((tone) => [String(tone)]), S.offSigns, (s) => K.signs[s], line),
      T.type.some(model.symmetric) && el("p", { class: "note" }, "No arrow: mutual, or both ways.")),
    sources.length > 1 && sourceGroup(sources, palette),
    group("What is said", true, ...modes.map((how) => check(how === "actual" ? "said to hold" : how, S.modes.has(how),
      (on) => (on ? S.modes.add(how) : S.modes.delete(how)), said(how), el("small", { class: "soft" }, has.get(how).toLocaleString("en")))),
    modes.length > 1 && el("p", { class: "note" }, "Hollow lines are not facts."),
    check("also what the author only reports", S.reported, (on) => { S.reported = on; }),
    check("also the coder’s inferences", S.inferred, (on) => { S.inferred = on; })),
    group("Actor kind", true, ...checks([...tally(A.kind)].sort((p, q) => q[1] - p[1]), S.offKinds, (k) => K.kinds[k]?.name ?? human(k),
      (k) => swatch(...figure(kindStyle(k, S.theme), 15, 8, 16, 0, palette)))),
    group("Tie type", model.n < 200, el("p", { class: "tools" }, el("button", { class: "btn", click: () => setTypes(true) }, "All"),
      el("button", { class: "btn", click: () => setTypes(false) }, "None")), ...checks(types, S.offTypes, human)),
    group("Holder, factor, confidence", false, pick("Holder", S.holder, choices(T.holder), (v) => { S.holder = v; }),
      pick("Factor", S.factor, choices(T.factor), (v) => { S.factor = v; }),
      el("label", { class: "field" }, el("span", {}, "At least this confident ", el("output", { id: "conf-out" }, S.conf.toFixed(2))), confidence)),
    group("Drawing", false, pick("Lines", S.bundle, [["auto", "one a pair where too many"], ["each", "one for each relation"],
      ["pairs", "one for each pair"]], (v) => { S.bundle = v; }),
    pick("Summary and matrix by", S.group || app.grouping(), groupings(model), (v) => { S.group = v; })),
  ].filter(Boolean));
}
