/** Starting the page and keeping it in step with what the reader chooses. */
import { K } from "./constants.js";
import { renderControls } from "./controls.js";
import { modelOf, unpack } from "./data.js";
import { renderDetail } from "./detail.js";
import { announce, byId, count, el } from "./dom.js";
import { dotAt, dotsBounds, dotsOf, drawDots } from "./dots.js";
import { drawPicture, mark } from "./draw.js";
import { saveLayout, savePng, saveSvg } from "./exports.js";
import { setupKeys } from "./keys.js";
import { cellAt, cellCentre, drawMatrix, matrixBounds, matrixOf } from "./matrix.js";
import { boxesOf, extent, pictureOf } from "./picture.js";
import { rings } from "./rings.js";
import { setupSearch } from "./search.js";
import { admits, shownTies } from "./select.js";
import { applyCamera, fit, listen, reveal } from "./stage.js";
import { app, fromHash, initialState, toHash } from "./state.js";
import { summaryOf } from "./summary.js";
import { renderTable } from "./table.js";
import { setupTime, syncTime } from "./time.js";

const BOXES = 130; // up to so many actors are drawn as boxes
const LARGE = 200; // from so many on, a summary comes first

/** What is drawn: "boxes", "dots", "summary" or "matrix". */
function modeOf() {
  const { S, model, shown } = app;
  if (S.view !== "graph") return S.view;
  const seen = new Set();
  for (const t of shown) {
    seen.add(model.T.source[t]).add(model.T.target[t]);
    if (seen.size > BOXES) return "dots";
  }
  return "boxes";
}

/** Work out what is shown and draw it. */
function update({ refit = false } = {}) {
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
  app.redrawn = true;
  drawNow();
  if (refit || (before && before !== app.mode)) fit();
  renderTable();
  remember();
}

/** Say under the picture and above it what is shown. */
function say() {
  byId("status").textContent = statusText();
  byId("caption").replaceChildren(...captions().map((text) => el("p", {}, text)));
  for (const view of ["graph", "matrix", "summary"]) byId(`view-${view}`).setAttribute("aria-pressed", String(app.S.view === view));
  byId("save-svg").disabled = app.mode === "dots";
}

/** The picture with boxes; a neighbourhood of a large network is placed anew. */
function layOut() {
  const { S, model, shown } = app;
  const large = model.n > BOXES && S.ego !== null;
  if (large && !app.localCentres) app.localCentres = rings(model, shown, S.ego, app.centres);
  const boxes = large || !app.boxes ? boxesOf(model, large ? shown : app.usual) : app.boxes;
  if (!large) app.boxes = boxes;
  app.picture = pictureOf(model, shown, boxes, app.localCentres ?? app.centres, { focus: S.ego, bundle: S.bundle });
}

function measure() {
  app.bounds = app.matrix ? matrixBounds(app.matrix) : app.dots ? dotsBounds(app.dots, app.centres) : extent(app.picture);
}

function drawNow() {
  const { S, model } = app;
  const world = byId("world");
  byId("canvas").hidden = app.mode !== "dots";
  byId("drawing").toggleAttribute("hidden", app.mode === "dots");
  if (app.mode === "dots") drawDots(app.dots, app.centres, true);
  else if (app.mode === "matrix") drawMatrix(world, app.matrix, model, S.theme, app.cell ?? chosenCell());
  else drawPicture(world, app.picture, app.summary?.who ?? model.A, S.theme);
  highlight();
}

function chosenCell() {
  const { sel } = app.S;
  if (sel?.kind !== "tie") return null;
  const cell = [app.model.T.source[sel.i], app.model.T.target[sel.i]].map((i) => app.matrix.order.indexOf(i));
  return cell.includes(-1) ? null : cell;
}

/** Dim what has nothing to do with the selection. */
function highlight() {
  const { S, model, picture, mode } = app;
  if (!picture) return;
  const ring = app.focus ?? (S.sel?.kind === "actor" || S.sel?.kind === "group" ? S.sel.i : null);
  const { sel } = S;
  if (!sel || (mode === "summary") !== (sel.kind === "group")) return mark(byId("world"), picture, null, null, ring);
  if (sel.kind !== "tie") return mark(byId("world"), picture, (r) => r.first === sel.i || r.second === sel.i, null, ring);
  const [a, b] = [model.T.source[sel.i], model.T.target[sel.i]];
  const pair = (r) => (r.first === a && r.second === b) || (r.first === b && r.second === a);
  return mark(byId("world"), picture, pair, (r) => r.ties.includes(sel.i), ring);
}

function select(sel) {
  app.S.sel = sel;
  if (sel?.kind === "actor" || !sel) app.focus = null;
  renderDetail();
  if (app.mode === "dots" || app.mode === "matrix") drawNow();
  else highlight();
  renderTable();
  remember();
}

/** Go to what was found: show it even where the filters or the neighbourhood hide it. */
function goTo({ kind, i }) {
  const { S, model } = app;
  if (kind === "tie" && !admits(model, S, i)) announce("This tie is filtered out of the picture");
  const ends = kind === "tie" ? [model.T.source[i], model.T.target[i]] : [i];
  const away = S.ego !== null && !ends.every((a) => app.picture?.present.includes(a));
  if (app.mode === "summary" || (app.mode === "dots" && kind === "tie") || (away && model.n >= LARGE)) ego(ends[0], 1);
  else if (away) ego(null);
  select({ kind, i });
  const { centres, present } = app.field();
  if (present.includes(ends[0])) reveal(centres[ends[0]]);
}

function ego(i, depth = 1) {
  Object.assign(app.S, { ego: i, depth, view: i === null ? app.start.view : "graph" });
  app.focus = null;
  update({ refit: true });
  renderDetail();
}

function setView(view) {
  if (app.S.view === view) return;
  app.S.view = view;
  app.cell = null;
  update({ refit: true });
}

function pickAt(target, x, y) {
  const { camera, mode } = app;
  app.focus = null;
  if (mode === "dots") {
    const i = dotAt(app.dots, app.centres, x, y);
    return select(i === null ? null : { kind: "actor", i });
  }
  const actor = target.closest?.("[data-actor]");
  if (mode === "matrix" && !actor) {
    const cell = cellAt(app.matrix, (x - camera.x) / camera.k, (y - camera.y) / camera.k);
    const ties = cell && app.matrix.cells.get(cell[0] * app.matrix.order.length + cell[1]);
    app.cell = cell;
    return select(ties ? { kind: "tie", i: ties[0] } : null);
  }
  if (actor) return select({ kind: mode === "summary" ? "group" : "actor", i: Number(actor.dataset.actor) });
  const line = target.closest?.("[data-line]");
  if (!line) return select(null);
  const [t] = app.picture.lines[Number(line.dataset.line)].relation.ties;
  return select({ kind: "tie", i: t });
}

/** Move an actor by px of the drawing. */
function moveActor(i, dx, dy) {
  const centres = app.localCentres ?? app.centres;
  centres[i] = [centres[i][0] + dx, centres[i][1] + dy];
  if (!app.waiting) {
    app.waiting = requestAnimationFrame(() => {
      app.waiting = 0;
      layOut();
      drawNow();
    });
  }
}

function dropped() {
  layOut();
  measure();
  drawNow();
  byId("save-layout").classList.add("fresh");
  announce("Moved. Save the layout to keep it.");
}

const captions = () => {
  const { S, model } = app;
  const hidden = [!S.reported && "what the author only reports", !S.inferred && "the coder’s inferences",
    S.modes.size === 1 && S.modes.has("actual") && "what is denied, sought, feared, expected or conditional"].filter(Boolean);
  const drawn = { summary: "actors taken together", matrix: "a matrix", dots: "dots, ties bundled by direction and sign" }[app.mode]
    ?? `${count(app.picture.lines.length, "line")}; repeated mentions are one line with their number (×)`;
  const cut = app.summary?.left ?? app.dots?.left ?? app.matrix?.left ?? 0;
  return [
    `Drawn: ${count(app.shown.length, "tie")} of ${model.m.toLocaleString("en")} as ${drawn}.`
      + (cut ? ` Only the strongest are drawn; ${cut.toLocaleString("en")} are not.` : "")
      + (S.asof ? ` As of ${S.asof}${S.undated ? "" : ", without undated ties"}.` : "")
      + (S.ego !== null ? ` Within ${S.depth} of ${model.A.name[S.ego]}.` : "")
      + (hidden.length ? ` Left out: ${hidden.join("; ")}.` : ""),
    ...model.caption,
  ];
};

function statusText() {
  const { model, shown } = app;
  const seen = new Set(shown.flatMap((t) => [model.T.source[t], model.T.target[t]]));
  return `${seen.size.toLocaleString("en")} of ${count(model.n, "actor")} · ${shown.length.toLocaleString("en")} of ${count(model.m, "tie")}`;
}

let later = 0;
function remember() {
  clearTimeout(later);
  later = setTimeout(() => {
    const hash = toHash();
    if (hash === location.hash.slice(1)) return;
    try {
      history.replaceState(null, "", hash ? `#${hash}` : "#");
    } catch { /* a sandboxed frame has no address of its own */ }
  }, 150);
}

function setTheme(theme) {
  app.S.theme = theme;
  document.documentElement.dataset.theme = theme;
}

function buttons() {
  const on = (id, act) => byId(id).addEventListener("click", act);
  on("fit", () => { fit(); remember(); });
  for (const view of ["graph", "matrix", "summary"]) on(`view-${view}`, () => setView(view));
  for (const name of ["ties", "actors"]) on(`tab-${name}`, () => app.toggleTable(name));
  on("theme", () => {
    setTheme(app.S.theme === "dark" ? "light" : "dark");
    app.S.themeChosen = true;
    renderControls();
    drawNow();
    remember();
  });
  on("save-svg", saveSvg);
  on("save-png", () => savePng());
  on("save-layout", saveLayout);
  on("copy-link", async () => {
    remember();
    await new Promise((done) => { setTimeout(done, 200); });
    await navigator.clipboard?.writeText(location.href).then(() => announce("Link copied"), () => announce("The link is in the address bar"));
  });
  on("keys", () => byId("help").showModal());
  on("toggle-filters", () => {
    const hidden = document.body.classList.toggle("no-filters");
    byId("toggle-filters").setAttribute("aria-expanded", String(!hidden));
  });
}

function apply() {
  setTheme(app.S.theme);
  app.focus = null;
  renderControls();
  syncTime();
  const { moved, camera } = app;
  const kept = { ...camera };
  update({ refit: true });
  if (moved) {
    Object.assign(camera, kept);
    app.moved = true;
    applyCamera();
  }
  renderDetail();
}

function whenIdle(work) {
  (window.requestIdleCallback ?? setTimeout)(work);
}

async function start() {
  const options = JSON.parse(byId("options").textContent);
  const model = modelOf(await unpack("data"));
  const ego_ = options.focus === null ? -1 : model.A.id.indexOf(options.focus);
  const dark = options.theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : options.theme === "dark";
  Object.assign(app, {
    model, update, select, goTo, ego, setView, moveActor, dropped, captions, highlight, remember, drawNow, focus: null, mode: null,
    centres: model.A.x.map((x, i) => [x, model.A.y[i]]),
    usual: [],
    grouping: () => app.S.group || (model.n >= LARGE && model.A.kind.filter((kind) => kind === "Bloc").length > 1 ? "bloc" : "kind"),
    draggable: () => app.mode === "boxes",
    field: () => ({ present: app.picture?.present ?? app.dots?.present ?? [], centres: app.picture?.centres ?? app.centres }),
    toggleTable: (name) => {
      app.S.table = app.S.table === name ? "" : name;
      renderTable();
      remember();
    },
    onCamera: () => { if (app.mode === "dots" && !app.redrawn) drawDots(app.dots, app.centres); app.redrawn = false; },
    start: { theme: dark ? "dark" : "light", view: model.n >= LARGE && ego_ < 0 ? "summary" : "graph", ego: ego_ < 0 ? null : ego_,
      depth: options.depth, asof: options.as_of },
  });
  document.title = model.title;
  byId("title").textContent = model.title;
  const blank = initialState();
  if (model.n <= BOXES) app.usual = Array.from({ length: model.m }, (_, t) => t).filter((t) => admits(model, blank, t));
  fromHash(location.hash);
  buttons();
  setupKeys();
  setupTime();
  apply();
  listen(pickAt);
  setupSearch();
  window.addEventListener("hashchange", () => {
    fromHash(location.hash);
    apply();
  });
  new ResizeObserver(() => {
    const { clientWidth: w, clientHeight: h } = byId("stage");
    if (app.fittedTo !== `${w} ${h}` && !app.moved) fit();
    if (app.mode === "dots") drawDots(app.dots, app.centres, true);
  }).observe(byId("stage"));
  whenIdle(async () => {
    Object.assign(model.T, modelOfTexts(model, await unpack("texts")));
    document.documentElement.dataset.ready = "all";
    if (app.S.sel || app.S.table) {
      renderDetail();
      renderTable();
    }
  });
  document.documentElement.dataset.ready = "yes";
  performance.mark("tiebook-ready");
}

/** The long texts come after the first drawing; until then they are empty. */
function modelOfTexts(model, texts) {
  return modelOf({ n: 0, m: model.m, actors: {}, ties: texts, skip: true }).T;
}

start();
