/** The stage: a camera over the drawing, moved by wheel, fingers, mouse and keys; actors can be dragged. */
import { byId } from "./dom.js";
import { extent } from "../geometry/picture.js";
import { app } from "../data/state.js";

const PAD = 24;
const NARROW_PAD = 8; // of a phone
const READABLE = 1; // the scale at which letters are as large as they were made

const REST = 120; // ms without a movement after which the drawing is made sharp
const LONGEST = 800; // ms of movement after which it is made sharp in any case
let drawn = { x: 0, y: 0, k: 1, when: 0 };
let resting = 0;
let away = null; // where `show` moved the drawing from and to

/** Move the drawing to where the camera stands; while it is moving, the pixels that are there are moved and scaled. */
export function applyCamera(moving = false) {
  const { x, y, k } = app.camera;
  const { style } = byId("drawing");
  const now = performance.now();
  clearTimeout(resting);
  if (moving && now - drawn.when < LONGEST) {
    const s = k / drawn.k;
    style.transform = `translate(${x - drawn.x * s}px, ${y - drawn.y * s}px) scale(${s})`;
    resting = setTimeout(() => applyCamera(), REST);
  } else {
    drawn = { x, y, k, when: now };
    style.transform = "none";
    byId("world").setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${k.toFixed(4)})`);
  }
  app.onCamera?.();
}

/** Show all of the drawing. */
export function fit(bounds = app.bounds ?? extent(app.picture)) {
  const { clientWidth, clientHeight: h } = byId("stage");
  const w = freeWidth();
  const [l, t, r, b] = bounds;
  const pad = clientWidth < 500 ? NARROW_PAD : PAD;
  const k = Math.min(1.5, (w - 2 * pad) / Math.max(1, r - l), (h - 2 * pad) / Math.max(1, b - t));
  Object.assign(app.camera, { k, x: w / 2 - ((l + r) / 2) * k, y: h / 2 - ((t + b) / 2) * k });
  app.fitted = k;
  app.fittedTo = `${clientWidth} ${h}`;
  app.moved = false;
  applyCamera();
}

/** Zoom by a factor round a point of the stage. */
export function zoomAt(factor, x, y) {
  const { camera } = app;
  const k = Math.min(12, Math.max((app.fitted ?? 1) * 0.3, camera.k * factor));
  camera.x = x - ((x - camera.x) * k) / camera.k;
  camera.y = y - ((y - camera.y) * k) / camera.k;
  camera.k = k;
  touched();
}

export function pan(dx, dy) {
  app.camera.x += dx;
  app.camera.y += dy;
  touched();
}

function touched() {
  app.moved = true;
  applyCamera(true);
  app.remember();
}

/** Bring a point of the drawing into view. */
export function reveal([x, y]) {
  const { clientHeight: h } = byId("stage");
  const { camera } = app;
  const right = freeWidth();
  const sx = x * camera.k + camera.x;
  const sy = y * camera.k + camera.y;
  if (sx > 30 && sy > 20 && sx < right - 30 && sy < h - 20) return;
  pan(right / 2 - sx, h / 2 - sy);
}

/** The px of the stage that the details leave free; on a narrow page they lie under it. */
function freeWidth() {
  const { clientWidth: w } = byId("stage");
  const panel = byId("detail");
  return panel.hidden || w - panel.offsetWidth < 200 ? w : w - panel.offsetWidth;
}

/**
 * Bring a part of the drawing into the free part of the stage, smaller where it would not fit.
 * @param {boolean} readable larger too, where its letters are too small to be read
 */
export function show([l, t, r, b], readable = false) {
  const { camera } = app;
  const before = { ...camera };
  const room = [freeWidth() - 2 * PAD, byId("stage").clientHeight - 2 * PAD];
  if (readable) camera.k = Math.max(camera.k, READABLE);
  camera.k = Math.min(camera.k, room[0] / Math.max(1, r - l), room[1] / Math.max(1, b - t));
  const place = (low, high, at, size) => Math.min(Math.max(at, PAD - low * camera.k), PAD + size - high * camera.k);
  if (camera.k !== before.k) Object.assign(camera, middle([l, t, r, b], room));
  camera.x = place(l, r, camera.x, room[0]);
  camera.y = place(t, b, camera.y, room[1]);
  if (["x", "y", "k"].every((name) => Math.abs(camera[name] - before[name]) < 0.001)) return;
  if (!away || !same(away.there, before)) away = { from: before };
  away.there = { ...camera };
  applyCamera();
}

const middle = ([l, t, r, b], [w, h]) =>
  ({ x: PAD + w / 2 - ((l + r) / 2) * app.camera.k, y: PAD + h / 2 - ((t + b) / 2) * app.camera.k });
const same = (p, q) => ["x", "y", "k"].every((name) => p[name] === q[name]);

/** Undo what `show` did, if the reader has not moved the drawing since. */
export function comeBack() {
  if (away && same(away.there, app.camera)) {
    Object.assign(app.camera, away.from);
    applyCamera();
  }
  away = null;
}

/** Listen to mouse, wheel and fingers. `pick(target, x, y)` gets clicks, in px of the stage. */
export function listen(pick) {
  const stage = byId("stage");
  const fingers = new Map();
  let moved = 0;
  let spread = 0;
  let held = null;
  let target = null;
  const place = (event) => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomAt(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) * (event.ctrlKey ? 0.006 : 0.0016)), ...place(event));
  }, { passive: false });
  stage.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    fingers.set(event.pointerId, place(event));
    moved = fingers.size > 1 ? Infinity : 0; // two fingers zoom, whatever lies where they are lifted
    target = event.target;
    const actor = app.draggable() && event.pointerType !== "touch" ? event.target.closest?.("[data-actor]") : null;
    held = actor && fingers.size === 1 ? Number(actor.dataset.actor) : null;
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    fingers.set(event.pointerId, now);
    if (fingers.size === 2) {
      const [p, q] = [...fingers.values()];
      const apart = Math.hypot(p[0] - q[0], p[1] - q[1]);
      if (spread) zoomAt(apart / spread, (p[0] + q[0]) / 2, (p[1] + q[1]) / 2);
      spread = apart;
      return;
    }
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    moved += Math.abs(dx) + Math.abs(dy);
    if (event.pointerType === "touch" && moved <= 9) return;
    if (held !== null) app.moveActor(held, dx / app.camera.k, dy / app.camera.k);
    else if (moved > 3) pan(dx, dy);
  });
  const release = (event) => {
    const was = fingers.delete(event.pointerId);
    if (fingers.size < 2) spread = 0;
    const still = event.pointerType === "touch" ? 9 : 3;
    if (was && event.type === "pointerup" && moved <= still) pick(target, ...place(event), event.pointerType === "touch");
    else if (held !== null && moved > still) app.dropped();
    held = null;
  };
  // the click that follows a touch would fall on the details that it opened
  stage.addEventListener("touchend", (event) => { if (event.cancelable) event.preventDefault(); }, { passive: false });
  stage.addEventListener("pointerup", release);
  stage.addEventListener("pointercancel", release);
}
