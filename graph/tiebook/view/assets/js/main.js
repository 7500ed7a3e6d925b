/** Starting the page. */
import { goTo, highlight, pickAt, select, showChosen } from "./choose.js";
import { renderControls } from "./panels/controls.js";
import { modelOf, unpack } from "./data/data.js";
import { renderDetail } from "./panels/detail.js";
import { announce, byId, el } from "./drawing/dom.js";
import { drawDots } from "./drawing/dots.js";
import { saveLayout, savePng, saveSvg } from "./drawing/exports.js";
import { setupKeys } from "./keys.js";
import { setupPrint } from "./drawing/print.js";
import { setupSearch } from "./panels/search.js";
import { admits } from "./data/select.js";
import { placesOf } from "./data/sources.js";
import { applyCamera, fit, listen } from "./drawing/stage.js";
import { app, fromHash, initialState, LARGE } from "./data/state.js";
import { renderTable } from "./panels/table.js";
import { setupTime, syncTime } from "./panels/time.js";
import { setupTip } from "./panels/tip.js";
import { drawNow, dropped, ego, fitBeside, isTall, moveActor, redraw, remember, rememberNow, setLevel, setLines, setView, update } from "./update.js";

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
    rememberNow();
    await navigator.clipboard?.writeText(location.href).then(() => announce("Link copied"), () => announce("The link is in the address bar"));
  });
  on("keys", () => byId("help").showModal());
  on("level", () => setLevel());
  on("lines", setLines);
  on("toggle-filters", () => toggleFilters());
  on("toggle-tools", () => {
    const open = document.body.classList.toggle("tools-open");
    byId("toggle-tools").setAttribute("aria-expanded", String(open));
  });
}

const narrow = matchMedia("(max-width: 800px)");
let filtersChosen = false; // by the reader, whose choice a new width does not change

function showFilters(open) {
  document.body.classList.toggle("no-filters", !open);
  byId("toggle-filters").setAttribute("aria-expanded", String(open));
}

/** Open the filters, or close them; on a narrow page they lie over the picture. */
function toggleFilters(open = document.body.classList.contains("no-filters")) {
  filtersChosen = true;
  showFilters(open);
  if (open && narrow.matches) byId("filters").focus();
}

/** Show the filters beside the picture where there is room for them: a frame may have none yet when the page starts. */
function placeFilters() {
  if (!filtersChosen && !matchMedia("print").matches) showFilters(!narrow.matches);
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
  if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: 500 }); // without one, a window resized while the page loads never calls it
  else setTimeout(work);
}

async function start() {
  const options = JSON.parse(byId("options").textContent);
  const model = modelOf(await unpack("data"));
  const ego_ = options.focus === null ? -1 : model.A.id.indexOf(options.focus);
  const dark = options.theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : options.theme === "dark";
  Object.assign(app, {
    model, update, select, goTo, ego, setView, setLevel, setLines, moveActor, dropped, highlight, remember, drawNow, redraw, toggleFilters,
    refilter: () => {
      syncTime();
      renderControls();
      update();
    },
    focus: null, mode: null, usual: [], boxes: {}, places: placesOf(model), arranged: arrangedOf(model),
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
      level: model.main && options.level !== "all" ? "main" : "all", bundle: options.lines, depth: options.depth, asof: options.as_of, colour: options.colour, everything: model.everything },
  });
  app.centres = app.arranged.all;
  byId("headline").replaceChildren(...model.headline.map((text) => el("p", { dir: "auto" }, text)));
  const blank = initialState({ everything: model.everything });
  app.usual = Array.from({ length: model.m }, (_, t) => t).filter((t) => admits(model, blank, t));
  fromHash(location.hash);
  buttons();
  placeFilters();
  narrow.addEventListener("change", placeFilters);
  setupKeys();
  setupTime();
  apply();
  listen(pickAt);
  setupTip();
  setupPrint();
  setupSearch();
  window.addEventListener("hashchange", () => {
    fromHash(location.hash);
    apply();
  });
  new ResizeObserver(() => {
    const { clientWidth: w, clientHeight: h } = byId("stage");
    if (app.fittedTo !== `${w} ${h}` && !app.moved && !matchMedia("print").matches) {
      if (app.mode === "boxes" && app.localCentres && app.S.level === "main" && app.localCentres !== app.arranged[isTall() ? "tall" : "wide"]) redraw();
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
    if (!byId("found").hidden && !byId("search").hasAttribute("aria-activedescendant")) {
      byId("search").dispatchEvent(new Event("input")); // what was typed before there were quotes to find
    }
  });
  document.documentElement.dataset.ready = "yes";
  performance.mark("tiebook-ready");
}

/** Where actors stand: of all, and of the main ones in a wide and in a tall picture. */
function arrangedOf(model) {
  const all = model.A.x.map((x, i) => [x, model.A.y[i]]);
  const of = (points) => {
    const places = all.map(() => [0, 0]);
    model.main.actors.forEach((i, k) => { places[i] = points[k]; });
    return places;
  };
  return model.main ? { all, wide: of(model.main.wide), tall: of(model.main.tall) } : { all };
}

/** The long texts come after the first drawing; until then they are empty. */
function modelOfTexts(model, texts) {
  return modelOf({ n: 0, m: model.m, actors: {}, ties: texts, skip: true }).T;
}

start();
