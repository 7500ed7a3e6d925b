/** Choosing: what a click means, what is marked, and how what was chosen comes into view. */
import { renderDetail } from "./panels/detail.js";
import { announce, byId } from "./drawing/dom.js";
import { dotAt } from "./drawing/dots.js";
import { mark } from "./drawing/draw.js";
import { hitAt } from "./drawing/hit.js";
import { cellAt, cellCentre } from "./drawing/matrix.js";
import { pairTies } from "./panels/pair.js";
import { extent } from "./geometry/picture.js";
import { admit, admits } from "./data/select.js";
import { comeBack, show } from "./drawing/stage.js";
import { app, LARGE } from "./data/state.js";
import { renderTable } from "./panels/table.js";

/** The cell of the chosen tie. @returns {[number, number] | null} */
export function chosenCell() {
  const { sel } = app.S;
  if (sel?.kind !== "tie") return null;
  const cell = [app.model.T.source[sel.i], app.model.T.target[sel.i]].map((i) => app.matrix.order.indexOf(i));
  return cell.includes(-1) ? null : cell;
}

/** Dim what has nothing to do with the selection. */
export function highlight() {
  const { S, model, picture, mode } = app;
  if (!picture) return;
  const ring = app.focus ?? (S.sel?.kind === "actor" || S.sel?.kind === "group" ? S.sel.i : null);
  const { sel } = S;
  if (!sel || (mode === "summary") !== (sel.kind === "group")) return mark(byId("world"), picture, null, null, ring);
  if (sel.kind === "pair") return mark(byId("world"), picture, (r) => sel.i.includes(r.first) && sel.i.includes(r.second), null, ring);
  if (sel.kind !== "tie") return mark(byId("world"), picture, (r) => r.first === sel.i || r.second === sel.i, null, ring);
  const [a, b] = [model.T.source[sel.i], model.T.target[sel.i]];
  const pair = (r) => (r.first === a && r.second === b) || (r.first === b && r.second === a);
  return mark(byId("world"), picture, pair, (r) => r.ties.includes(sel.i), ring);
}

/** The tie that has a line of its own, where lines are bundled: the chosen one is the one that is drawn. */
export const apartOf = (sel) => (sel?.kind === "tie" ? sel.i : null);

/** @param {{kind: string, i: number | [number, number]} | null} sel @param {boolean} readable as for `show` */
export function select(sel, readable = false) {
  app.S.sel = sel;
  if (sel?.kind === "actor" || !sel) app.focus = null;
  renderDetail();
  showChosen(readable);
  if (app.mode === "dots" || app.mode === "matrix") app.drawNow();
  else if (app.mode === "boxes" && app.apart !== apartOf(sel)) app.redraw();
  else highlight();
  renderTable();
  app.remember();
}

/** Go to what was found: show it even where the filters or the neighbourhood hide it. */
export function goTo({ kind, i }) {
  const { S, model } = app;
  if (kind === "tie" && !admits(model, S, i)) {
    admit(model, S, i);
    announce("The filters were changed so that it is shown");
    app.refilter();
  }
  const ends = kind === "tie" ? [model.T.source[i], model.T.target[i]] : [i];
  if (app.mode === "boxes" && S.level === "main" && !ends.every((a) => model.main.actors.includes(a))) app.setLevel("all");
  const away = S.ego !== null && !ends.every((a) => app.picture?.present.includes(a));
  if (app.mode === "summary" || (app.mode === "dots" && kind === "tie") || (away && model.n >= LARGE)) app.ego(ends[0], 1);
  else if (away) app.ego(null);
  select({ kind, i }, app.mode === "boxes");
}

/** Move the drawing so that what is chosen is not under the details; without a choice, back to where it was. */
export function showChosen(readable = false) {
  const bounds = chosenBounds();
  if (bounds) show(bounds, readable);
  else if (!app.S.sel) comeBack();
}

/** What is chosen, in px of the drawing; null where it is not drawn. */
function chosenBounds() {
  const { S, model, picture, mode } = app;
  const { sel } = S;
  if (!sel) return null;
  if (mode === "matrix") {
    const cell = app.cell ?? chosenCell();
    const [x, y] = cell ? cellCentre(cell) : [0, 0];
    return cell && [x - 20, y - 20, x + 20, y + 20];
  }
  const { centres, present } = app.field();
  const ends = (sel.kind === "tie" ? [model.T.source[sel.i], model.T.target[sel.i]] : [sel.i].flat()).filter((i) => present.includes(i));
  if (!ends.length || (mode === "summary") !== (sel.kind === "group")) return null;
  if (mode !== "dots") {
    const lines = sel.kind === "tie" || sel.kind === "pair" ? picture.lines.filter(({ relation: r }) => ends.includes(r.first) && ends.includes(r.second)) : [];
    return extent({ ...picture, present: ends, lines });
  }
  const [xs, ys] = [0, 1].map((axis) => ends.map((i) => centres[i][axis]));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Choose what is at a point of the stage. */
export function pickAt(target, x, y, finger = false) {
  const { camera, mode, model } = app;
  app.focus = null;
  if (mode === "dots") {
    const i = dotAt(app.dots, app.centres, x, y);
    return select(i === null ? null : { kind: "actor", i });
  }
  if (mode === "matrix") {
    const actor = target.closest?.("[data-actor]");
    if (actor) return select({ kind: "actor", i: Number(actor.dataset.actor) });
    const cell = cellAt(app.matrix, (x - camera.x) / camera.k, (y - camera.y) / camera.k);
    const ties = cell && app.matrix.cells.get(cell[0] * app.matrix.order.length + cell[1]);
    app.cell = cell;
    return select(ties ? { kind: "tie", i: ties[0] } : null);
  }
  const found = hitAt(app.picture, x, y, finger);
  if (!found) return select(null);
  if (found.actor !== undefined) return select({ kind: mode === "summary" ? "group" : "actor", i: found.actor });
  const { relation: r } = app.picture.lines[found.line];
  if (mode === "summary") return select(null);
  const bundle = r.bundled && pairTies([r.first, r.second]).length > 1;
  return select(bundle ? { kind: "pair", i: [model.T.source[r.ties[0]], model.T.target[r.ties[0]]] } : { kind: "tie", i: r.ties[0] });
}
