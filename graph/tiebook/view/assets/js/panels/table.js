/** The same content as a table, for reading, sorting and screen readers; only rows in sight are made. */
import { K } from "../geometry/constants.js";
import { byId, el, foreign } from "../drawing/dom.js";
import { badges } from "../data/badges.js";
import { chip } from "./detail.js";
import { human } from "../geometry/relations.js";
import { app } from "../data/state.js";

const ROW_HEIGHT = 28;
let order = { key: "", way: 1 };
let data = [];
let columns = [];

const tieColumns = (model) => {
  const { T, A } = model;
  return [
    ["From", (t) => A.name[T.source[t]], (t) => foreign(A.name[T.source[t]])],
    ["Tie", (t) => T.type[t], (t) => [human(T.type[t]), " ", ...badges(T, t)]],
    ["To", (t) => A.name[T.target[t]], (t) => foreign(A.name[T.target[t]])],
    ["Sign", (t) => T.tone[t], (t) => chip(T.tone[t])],
    ["Since", (t) => T.since_earliest[t] ?? "", (t) => T.since[t] ?? "—"],
    ["Until", (t) => T.until_latest[t] ?? "", (t) => T.until[t] ?? "—"],
    ["Confidence", (t) => T.confidence[t], (t) => T.confidence[t].toFixed(2)],
    ["Holder", (t) => T.holder[t], (t) => foreign(T.holder[t])],
    ["Quote", (t) => T.quote[t] ?? "", (t) => foreign(T.quote[t] ?? "")],
  ];
};

const actorColumns = (model) => {
  const { A, T } = model;
  const ties = new Map();
  for (const t of app.shown) for (const i of new Set([T.source[t], T.target[t]])) ties.set(i, [...(ties.get(i) ?? []), t]);
  const sum = (i, keep) => (ties.get(i) ?? []).filter(keep).length;
  const number = (name, keep) => [name, (i) => sum(i, (t) => keep(t, i)), (i) => String(sum(i, (t) => keep(t, i)))];
  return [
    ["Actor", (i) => A.name[i], (i) => foreign(A.name[i])],
    ["Kind", (i) => A.kind[i], (i) => K.kinds[A.kind[i]]?.name ?? A.kind[i]],
    number("Ties", () => true), number("Out", (t, i) => T.source[t] === i), number("In", (t, i) => T.target[t] === i),
    number("Cooperative", (t) => T.tone[t] === 1), number("Hostile", (t) => T.tone[t] === -1),
  ];
};

/** Show the chosen table, or none. */
export function renderTable() {
  const { S, model } = app;
  const box = byId("table");
  box.hidden = !S.table;
  for (const name of ["ties", "actors"]) byId(`tab-${name}`).setAttribute("aria-expanded", String(S.table === name));
  if (!S.table) return box.replaceChildren();
  const ties = S.table === "ties";
  columns = ties ? tieColumns(model) : actorColumns(model);
  data = ties ? [...app.shown] : [...new Set(app.shown.flatMap((t) => [model.T.source[t], model.T.target[t]]))];
  const key = columns.find(([name]) => name === order.key)?.[1];
  if (key) {
    const value = new Map(data.map((i) => [i, key(i)]));
    data.sort((i, j) => (value.get(i) < value.get(j) ? -1 : value.get(i) > value.get(j) ? 1 : i - j) * order.way);
  }
  const head = el("tr", {}, ...columns.map(([name]) => el("th", { scope: "col",
    "aria-sort": order.key === name ? (order.way > 0 ? "ascending" : "descending") : null },
  el("button", { click: () => {
    order = { key: name, way: order.key === name ? -order.way : 1 };
    renderTable();
  } }, name))));
  const body = el("tbody", {});
  const table = el("table", { "aria-rowcount": data.length + 1 },
    el("caption", { class: "sr" }, ties ? "Ties that are shown" : "Actors that are shown"), el("thead", {}, head), body);
  box.replaceChildren(table);
  window_(body, box);
  box.onscroll = () => window_(body, box);
  return undefined;
}

/** Fill the rows in sight. */
function window_(body, box) {
  const first = Math.max(0, Math.floor(box.scrollTop / ROW_HEIGHT) - 10);
  const last = Math.min(data.length, first + Math.ceil((box.clientHeight || 240) / ROW_HEIGHT) + 20);
  const ties = app.S.table === "ties";
  const space = (rows) => {
    const row = el("tr", { "aria-hidden": "true" }, el("td", { colspan: columns.length }));
    row.firstChild.style.height = `${rows * ROW_HEIGHT}px`;
    return row;
  };
  const rows = data.slice(first, last).map((i, k) => {
    const current = app.S.sel?.i === i && app.S.sel.kind === (ties ? "tie" : "actor");
    return el("tr", { "aria-rowindex": first + k + 2, class: current ? "current" : null,
      click: () => app.select({ kind: ties ? "tie" : "actor", i }) },
    ...columns.map(([, , show], c) => {
      const content = [show(i)].flat();
      return el("td", {}, ...(c ? content : [el("button", { class: "link" }, ...content)]));
    }));
  });
  body.replaceChildren(...(first ? [space(first)] : []), ...rows, ...(last < data.length ? [space(data.length - last)] : []));
}
