/** Starting the page and keeping it in step with what the reader chooses. */
import { chosenCell, goTo, highlight, pickAt, select, showChosen } from "./choose.js";
import { renderControls } from "./controls.js";
import { modelOf, unpack } from "./data.js";
import { renderDetail } from "./detail.js";
import { announce, byId } from "./dom.js";
import { dotsBounds, dotsOf, drawDots } from "./dots.js";
import { drawPicture } from "./draw.js";
import { saveLayout, savePng, saveSvg } from "./exports.js";
import { setupKeys } from "./keys.js";
import { drawMatrix, matrixBounds, matrixOf } from "./matrix.js";
import { boxesOf, extent, pictureOf } from "./picture.js";
import { rings } from "./rings.js";
import { setupSearch } from "./search.js";
import { admits, shownTies } from "./select.js";
import { applyCamera, fit, listen } from "./stage.js";
import { app, fromHash, initialState, LARGE, toHash } from "./state.js";
import { summaryOf } from "./summary.js";
import { renderTable } from "./table.js";
import { setupTime, syncTime } from "./time.js";
import { say } from "./words.js";

const BOXES = 130; // up to so many actors are drawn as boxes

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
  if (refit || (before && before !== app.mode)) {
    fit();
    showChosen();
  }
  renderTable();
  remember();
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

function ego(i, depth = 1) {
  Object.assign(app.S, { ego: i, depth, view: i === null ? app.start.view : "graph" });
  app.focus = null;
  update({ refit: true });
  renderDetail();
  fitBeside();
}

/** A neighbourhood stands beside the details, not under them; of a whole network only what is chosen does. */
function fitBeside() {
  if (app.S.ego !== null) fit();
  showChosen();
}

function setView(view) {
  if (app.S.view === view) return;
  app.S.view = view;
  app.cell = null;
  update({ refit: true });
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
  if (!moved) fitBeside();
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
    model, update, select, goTo, ego, setView, moveActor, dropped, highlight, remember, drawNow, focus: null, mode: null,
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
      depth: options.depth, asof: options.as_of, everything: model.everything },
  });
  document.title = model.title;
  byId("title").textContent = model.title;
  const blank = initialState({ everything: model.everything });
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
    if (app.fittedTo !== `${w} ${h}` && !app.moved) {
      fit();
      showChosen();
    }
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
