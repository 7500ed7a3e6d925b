/** Many actors at once: dots and straight lines on a canvas. While the camera moves, the last picture is moved with it. */
import { K } from "../geometry/constants.js";
import { byId } from "./dom.js";
import { pairsOf, relationsOf } from "../geometry/relations.js";
import { app } from "../data/state.js";

const MOST_LINES = 12000;
let snapshot = null;
let timer = 0;

/** @returns {{present: number[], lines: any[], radius: Float32Array, left: number}} */
export function dotsOf(model, ties) {
  const relations = relationsOf(model, ties, "signs");
  const degree = new Float32Array(model.n);
  for (const t of ties) {
    degree[model.T.source[t]] += 1;
    degree[model.T.target[t]] += 1;
  }
  const lines = pairsOf(relations).flatMap(([, , group]) => group).sort((p, q) => q.ties.length - p.ties.length);
  const present = [];
  for (let i = 0; i < model.n; i += 1) if (degree[i] || i === app.S.ego) present.push(i);
  present.sort((i, j) => degree[j] - degree[i]);
  const radius = degree.map((d) => 3 + Math.min(14, Math.sqrt(d) * 0.9));
  return { present, lines: lines.slice(0, MOST_LINES), radius, left: Math.max(0, lines.length - MOST_LINES) };
}

export function dotsBounds(dots, centres) {
  const xs = dots.present.map((i) => centres[i][0]);
  const ys = dots.present.map((i) => centres[i][1]);
  const low = (v) => v.reduce((a, b) => Math.min(a, b), Infinity);
  const high = (v) => v.reduce((a, b) => Math.max(a, b), -Infinity);
  return xs.length ? [low(xs) - 20, low(ys) - 20, high(xs) + 20, high(ys) + 20] : [-100, -100, 100, 100];
}

/** Draw: at once from the snapshot, in full when the camera has come to rest. */
export function drawDots(dots, centres, rest = false) {
  const canvas = byId("canvas");
  const { clientWidth: w, clientHeight: h } = byId("stage");
  const ratio = window.devicePixelRatio || 1;
  const g = canvas.getContext("2d");
  clearTimeout(timer);
  if (!rest && snapshot) {
    const { x, y, k } = app.camera;
    const s = k / snapshot.k;
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.fillStyle = K.themes[app.S.theme].bg;
    g.fillRect(0, 0, canvas.width, canvas.height);
    g.setTransform(s, 0, 0, s, (x - snapshot.x * s) * ratio, (y - snapshot.y * s) * ratio);
    g.drawImage(snapshot.image, 0, 0);
    timer = setTimeout(() => drawDots(dots, centres, true), 140);
    return;
  }
  canvas.width = Math.round(w * ratio);
  canvas.height = Math.round(h * ratio);
  paint(g, dots, centres, { w, h, ratio });
  const image = document.createElement("canvas");
  image.width = canvas.width;
  image.height = canvas.height;
  image.getContext("2d").drawImage(canvas, 0, 0);
  snapshot = { image, ...app.camera };
}

/** Draw what the stage shows with a pen: a canvas context, or one that writes SVG (pen.js). */
export function paint(g, dots, centres, { w, h, ratio }) {
  const { S, model, camera } = app;
  const palette = K.themes[S.theme];
  const x = (i) => centres[i][0] * camera.k + camera.x;
  const y = (i) => centres[i][1] * camera.k + camera.y;
  const scale = Math.min(1.6, Math.max(0.25, Math.sqrt(camera.k)));
  const inside = (i) => x(i) > -30 && y(i) > -30 && x(i) < w + 30 && y(i) < h + 30;
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.fillStyle = palette.bg;
  g.fillRect(0, 0, w, h);
  const chosen = S.sel?.kind === "actor" ? S.sel.i : null;
  const mine = (r) => chosen !== null && (r.first === chosen || r.second === chosen);
  const seen = dots.lines.filter((r) => inside(r.first) || inside(r.second));
  for (let from = 0; from < seen.length; from += 300) { // in turns, so that the last sign does not colour everything
    for (const sign of K.order) {
      g.beginPath();
      for (const r of seen.slice(from, from + 300)) {
        if (r.tone !== sign || mine(r)) continue;
        g.moveTo(x(r.first), y(r.first));
        g.lineTo(x(r.second), y(r.second));
      }
      g.strokeStyle = palette[sign];
      g.globalAlpha = chosen !== null ? 0.05 : Math.min(0.5, Math.max(0.07, 600 / seen.length));
      g.lineWidth = 0.8;
      g.stroke();
    }
  }
  g.globalAlpha = 0.9;
  for (const r of seen.filter(mine)) {
    g.beginPath();
    g.moveTo(x(r.first), y(r.first));
    g.lineTo(x(r.second), y(r.second));
    g.strokeStyle = palette[r.tone];
    g.lineWidth = 0.8 + Math.min(3, Math.sqrt(r.ties.length) * 0.4);
    g.setLineDash((K.dashes[r.tone] || "").split(" ").filter(Boolean).map(Number));
    g.stroke();
  }
  g.setLineDash([]);
  g.globalAlpha = 1;
  for (let k = dots.present.length - 1; k >= 0; k -= 1) {
    const i = dots.present[k];
    if (!inside(i)) continue;
    g.beginPath();
    g.arc(x(i), y(i), Math.max(1.3, dots.radius[i] * scale), 0, 7);
    g.fillStyle = (K.kinds[model.A.kind[i]] ?? K.kinds.Group)[S.theme];
    g.strokeStyle = i === chosen ? palette.mark : palette.edge;
    g.lineWidth = i === chosen ? 3 : 0.8;
    g.fill();
    g.stroke();
  }
  names(g, dots, { x, y, scale, inside, palette, chosen });
}

/** Names of the actors with most ties, where there is room. */
function names(g, dots, { x, y, scale, inside, palette, chosen }) {
  const taken = [];
  g.font = `12px ${K.font}`;
  g.textAlign = "center";
  g.lineJoin = "round";
  const first = chosen === null ? dots.present : [chosen, ...dots.present];
  for (const i of first.filter(inside).slice(0, 400)) {
    if (taken.length > 70) break;
    const name = app.model.A.name[i].slice(0, 26);
    const half = g.measureText(name).width / 2 + 4;
    const top = y(i) + dots.radius[i] * scale + 2;
    if (taken.some((t) => Math.abs(t[0] - x(i)) < t[2] + half && Math.abs(t[1] - top) < 17)) continue;
    taken.push([x(i), top, half]);
    g.strokeStyle = palette.bg;
    g.lineWidth = 3.5;
    g.strokeText(name, x(i), top + 11);
    g.fillStyle = palette.ink;
    g.fillText(name, x(i), top + 11);
  }
}

/** @returns {number | null} the actor at a point of the stage */
export function dotAt(dots, centres, px, py) {
  const { camera } = app;
  const scale = Math.min(1.6, Math.max(0.25, Math.sqrt(camera.k)));
  let best = null;
  let least = 6;
  for (const i of dots.present) {
    const far = Math.hypot(centres[i][0] * camera.k + camera.x - px, centres[i][1] * camera.k + camera.y - py) - dots.radius[i] * scale;
    if (far < least) [best, least] = [i, far];
  }
  return best;
}
