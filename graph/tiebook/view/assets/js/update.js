/** Keeping the page in step with what the reader chooses: what is shown, where it stands, how it is drawn. */
import { changed, tellChanges } from "./data/changes.js";
import { apartOf, chosenCell, highlight, select, showChosen } from "./choose.js";
import { renderDetail } from "./panels/detail.js";
import { announce, byId } from "./drawing/dom.js";
import { dotsBounds, dotsOf, drawDots } from "./drawing/dots.js";
import { drawPicture } from "./drawing/draw.js";
import { renderLegend } from "./drawing/legend.js";
import { drawMatrix, matrixBounds, matrixOf } from "./drawing/matrix.js";
import { boxesOf, extent, pictureOf } from "./geometry/picture.js";
import { pushApart } from "./geometry/apart.js";
import { K } from "./geometry/constants.js";
import { rings } from "./geometry/rings.js";
import { shownTies } from "./data/select.js";
import { fit } from "./drawing/stage.js";
import { app, BOXES, toHash } from "./data/state.js";
import { summaryOf } from "./drawing/summary.js";
import { renderTable } from "./panels/table.js";
import { say } from "./panels/words.js";


/** What is drawn: "boxes", "dots", "summary" or "matrix". */
function modeOf() {
  const { S, model, shown } = app;
  if (S.view !== "graph") return S.view;
  if (S.level === "main" && S.ego === null) return "boxes";
  const seen = new Set();
  for (const t of shown) {
    seen.add(model.T.source[t]).add(model.T.target[t]);
    if (seen.size > BOXES) return "dots";
  }
  return "boxes";
}

/** Work out what is shown and draw it. */
export function update({ refit = false } = {}) {
  const { S, model } = app;
  const before = app.mode;
  app.shown = shownTies(model, S);
  app.mode = modeOf();
  app.summary = null;
  app.matrix = null;
  app.dots = null;
  app.picture = null;
  app.localCentres = null;
  if (app.mode === "summary") {
    app.summary = summaryOf(model, app.shown, app.grouping());
    app.picture = app.summary.picture;
  } else if (app.mode === "matrix") app.matrix = matrixOf(model, app.shown, app.grouping());
  else if (app.mode === "dots") app.dots = dotsOf(model, app.shown);
  else layOut();
  if (S.sel?.kind === "group" && !app.summary) select(null);
  measure();
  say();
  tellChanges();
  app.redrawn = true;
  drawNow();
  if (refit || (before && before !== app.mode)) {
    fit();
    showChosen();
  }
  renderTable();
  remember();
}

/** The picture with boxes; the main actors have places of their own, a neighbourhood or a part of a large network is placed anew. */
function layOut() {
  const { S, model, shown } = app;
  const main = S.level === "main" && S.ego === null;
  const large = model.n > BOXES && S.ego !== null;
  const boxes = large ? boxesOf(model, shown, "each") : app.boxes[main ? "main" : "all"] ?? boxesOf(model, app.usual.filter((t) =>
    !main || [model.T.source[t], model.T.target[t]].every((i) => model.main.actors.includes(i))), main ? "pairs" : "each");
  if (!large) app.boxes[main ? "main" : "all"] = boxes;
  if (main) app.localCentres = app.arranged[isTall() ? "tall" : "wide"];
  else if ((large || model.n > K.sizes.apart) && !app.localCentres) {
    const places = large ? rings(model, shown, S.ego, app.centres) : app.centres;
    const ends = shown.flatMap((t) => [model.T.source[t], model.T.target[t]]);
    app.localCentres = pushApart(places, boxes, [...new Set(large ? [S.ego, ...ends] : ends)]);
  }
  app.apart = apartOf(S.sel);
  app.picture = pictureOf(model, shown, boxes, app.localCentres ?? app.centres, {
    focus: S.ego, bundle: main && S.bundle === "auto" ? "pairs" : S.bundle, apart: app.apart, column: S.colour === "source" ? app.places : null });
}

/** Whether the stage is higher than wide, as on a phone. */
export const isTall = () => byId("stage").clientWidth < byId("stage").clientHeight * 1.05;

/** Draw anew what is shown. */
export function redraw() {
  layOut();
  measure();
  app.drawNow();
}

function measure() {
  app.bounds = app.matrix ? matrixBounds(app.matrix) : app.dots ? dotsBounds(app.dots, app.centres) : extent(app.picture);
}

export function drawNow() {
  const { S, model } = app;
  const world = byId("world");
  byId("canvas").hidden = app.mode !== "dots";
  byId("drawing").toggleAttribute("hidden", app.mode === "dots");
  if (app.mode === "dots") drawDots(app.dots, app.centres, true);
  else if (app.mode === "matrix") drawMatrix(world, app.matrix, model, S.theme, app.cell ?? chosenCell());
  else drawPicture(world, app.picture, app.summary?.who ?? model.A, S.theme);
  highlight();
  markBegun();
  renderLegend();
}

/** Mark what began since the last position of the date. */
function markBegun() {
  if (!app.picture) return; // dots: the boxes that were drawn before are only hidden
  const begun = changed()?.begun;
  for (const node of byId("world").querySelectorAll(".tie")) {
    const { relation } = app.picture.lines[Number(node.dataset.line)];
    node.classList.toggle("begun", Boolean(begun) && app.mode === "boxes" && relation.ties.some((t) => begun.has(t)));
  }
}

export function ego(i, depth = 1) {
  Object.assign(app.S, { ego: i, depth, view: i === null ? app.start.view : "graph" });
  app.focus = null;
  update({ refit: true });
  renderDetail();
  fitBeside();
}

/** A neighbourhood stands beside the details, not under them; of a whole network only what is chosen does. */
export function fitBeside() {
  if (app.S.ego !== null) fit();
  showChosen();
}

export function setView(view) {
  if (app.S.view === view) return;
  app.S.view = view;
  app.cell = null;
  update({ refit: true });
}

/** Move an actor by px of the drawing. */
export function moveActor(i, dx, dy) {
  const centres = app.localCentres ?? app.centres;
  centres[i] = [centres[i][0] + dx, centres[i][1] + dy];
  if (!app.waiting) {
    app.waiting = requestAnimationFrame(() => {
      app.waiting = 0;
      layOut();
      app.drawNow();
    });
  }
}

export function dropped() {
  redraw();
  byId("save-layout").classList.add("fresh");
  announce("Moved. Save the layout to keep it.");
}

/** Show the main actors alone, or all. */
export function setLevel(level = app.S.level === "main" ? "all" : "main") {
  if (!app.model.main || app.S.level === level) return;
  app.S.level = level;
  update({ refit: true });
}

/** A line for each relation, or one for each pair. */
export function setLines() {
  app.S.bundle = app.picture?.bundled ? "each" : "pairs";
  update({ refit: true });
}

let waiting = 0;
export function remember() {
  clearTimeout(waiting);
  waiting = setTimeout(rememberNow, 150);
}

/** Put what is shown into the address. */
export function rememberNow() {
  clearTimeout(waiting);
  const hash = toHash();
  if (hash === location.hash.slice(1)) return;
  try {
    history.replaceState(null, "", hash ? `#${hash}` : "#");
  } catch { /* a sandboxed frame has no address of its own */ }
}

