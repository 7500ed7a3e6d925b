/** Everything by keyboard. */
import { told } from "./data/badges.js";
import { announce, byId, count } from "./drawing/dom.js";
import { cellCentre } from "./drawing/matrix.js";
import { fit, pan, reveal, zoomAt } from "./drawing/stage.js";
import { app } from "./data/state.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function setupKeys() {
  const stage = byId("stage");
  stage.addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (way) {
      event.preventDefault();
      if (event.shiftKey) pan(-60 * way[0], -60 * way[1]);
      else if (event.altKey && app.focus !== null && app.draggable()) nudge(way);
      else if (app.mode === "matrix") moveCell(way);
      else moveFocus(way);
      return;
    }
    const { clientWidth: w, clientHeight: h } = stage;
    const actions = {
      Enter: open, " ": open, "]": () => stepTie(1), "[": () => stepTie(-1), f: toggleEgo, F: toggleEgo, 1: () => depth(1), 2: () => depth(2),
      3: () => depth(3), "+": () => zoomAt(1.25, w / 2, h / 2), "=": () => zoomAt(1.25, w / 2, h / 2), "-": () => zoomAt(0.8, w / 2, h / 2),
      0: () => { fit(); app.remember(); },
    };
    if (actions[event.key]) {
      event.preventDefault();
      actions[event.key]();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input[type=search], input[type=date], select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const actions = { "/": () => byId("search").focus(), "?": () => byId("help").showModal(), m: () => app.setView("matrix"), a: () => app.setLevel(), e: () => app.setLines(),
      g: () => app.setView("graph"), s: () => app.setView("summary"), t: () => app.toggleTable("ties"),
      p: () => byId("play").click(), Escape: goBack };
    if (actions[event.key] && !byId("help").open) {
      event.preventDefault();
      actions[event.key]();
    }
  });
}

function goBack() {
  if (app.S.sel) app.select(null);
  else if (app.S.ego !== null) app.ego(null);
  byId("stage").focus();
}

/** The actor that the next key is about. */
function current() {
  const { sel } = app.S;
  if (app.focus !== null) return app.focus;
  if (sel?.kind === "actor") return sel.i;
  return sel?.kind === "tie" ? app.model.T.source[sel.i] : null;
}

function moveFocus([dx, dy]) {
  const { present, centres } = app.field();
  if (!present.length) return;
  const from = current();
  let best = present.includes(from) ? null : present[0];
  let least = Infinity;
  if (best === null) {
    for (const i of present) {
      const [x, y] = [centres[i][0] - centres[from][0], centres[i][1] - centres[from][1]];
      const far = Math.hypot(x, y);
      const toward = (x * dx + y * dy) / (far || 1);
      if (i !== from && toward > 0.5 && far / toward ** 2 < least) [best, least] = [i, far / toward ** 2];
    }
  }
  if (best === null) return;
  app.focus = best;
  const who = app.summary?.who ?? app.model.A;
  announce(`${who.name[best]}${app.summary ? "" : `, ${count(app.model.at[best].length, "tie")}`}`);
  reveal(centres[best]);
  app.highlight();
}

function moveCell([dx, dy]) {
  const n = app.matrix.order.length;
  const [row, column] = app.cell ?? [0, 0];
  app.cell = app.cell ? [Math.min(n - 1, Math.max(0, row + dy)), Math.min(n - 1, Math.max(0, column + dx))] : [0, 0];
  const [a, b] = app.cell.map((k) => app.model.A.name[app.matrix.order[k]]);
  const ties = app.matrix.cells.get(app.cell[0] * n + app.cell[1]) ?? [];
  announce(`${a} to ${b}: ${count(ties.length, "tie")}`);
  reveal(cellCentre(app.cell));
  app.drawNow();
}

function open() {
  if (app.mode === "matrix") {
    const ties = app.cell && app.matrix.cells.get(app.cell[0] * app.matrix.order.length + app.cell[1]);
    if (ties) app.select({ kind: "tie", i: ties[0] });
    return;
  }
  const i = current();
  if (i !== null) app.select({ kind: app.summary ? "group" : "actor", i });
}

function stepTie(way) {
  const i = current();
  if (i === null || app.summary) return;
  const ties = app.shown.filter((t) => app.model.T.source[t] === i || app.model.T.target[t] === i);
  if (!ties.length) return;
  const at = app.S.sel?.kind === "tie" ? ties.indexOf(app.S.sel.i) : -1;
  const t = ties[at < 0 ? (way > 0 ? 0 : ties.length - 1) : (at + way + ties.length) % ties.length];
  app.focus = i;
  app.select({ kind: "tie", i: t });
  announce(told(app.model, t));
}

function toggleEgo() {
  const i = current();
  if (app.S.ego !== null) app.ego(null);
  else if (i !== null && !app.summary) app.ego(i, app.S.depth);
}

function depth(d) {
  const i = app.S.ego ?? current();
  if (i !== null && !app.summary) app.ego(i, d);
}

function nudge([dx, dy]) {
  app.moveActor(app.focus, dx * 10, dy * 10);
  app.dropped();
}
