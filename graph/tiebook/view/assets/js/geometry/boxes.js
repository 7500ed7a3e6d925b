/** Actors as labelled boxes, as in Python (view/drawing/boxes.py): their size, and the outline that tells their kind. */
import { K } from "./constants.js";
import { textWidth, wrapName } from "./measure.js";

/** @typedef {{a: number, b: number, font: number, lines: string[], shape: string, points: [number, number][]}} Box */

const round1 = (value) => Math.round(value * 10) / 10;
const SIDES = { stadium: 11, hexagon: 14, slant: 14, octagon: 10, bars: 12, tag: 13, flag: 13, roof: 15, cup: 15, note: 10 };

/** @param {string} name @param {string} kind @param {number} lanes @returns {Box} half width a, half height b */
export function boxOf(name, kind, lanes) {
  const rank = K.sizes.hub.filter((least) => lanes >= least).length;
  const font = K.sizes.actor[rank];
  const lines = wrapName(name);
  const shape = (K.kinds[kind] ?? K.kinds.Group).shape;
  const wide = Math.max(...lines.map((line) => textWidth(line, font) * (rank ? 1.08 : 1))) / 2;
  const more = rank ? Math.min(lanes, 60) : 0;
  const a = round1(wide + (SIDES[shape] ?? 8) + 0.3 * more);
  const b = round1(lines.length * font * 0.6 + 6 + 0.5 * more);
  return { a, b, font, lines, shape, points: outline(shape, a, b) };
}

/** @returns {[number, number][]} the convex outline */
export function outline(shape, a, b) {
  const turn = (from, to) => Array.from({ length: 9 }, (_, i) => ((from + ((to - from) * i) / 8) * Math.PI) / 180);
  if (shape === "stadium") {
    const right = turn(-90, 90).map((t) => [a - b + b * Math.cos(t), b * Math.sin(t)]);
    return [...right, ...right.map(([x, y]) => [-x, -y])];
  }
  if (shape === "arch") {
    const r = Math.min(b, 12);
    const left = turn(180, 270).map((t) => [-a + r + r * Math.cos(t), -b + r + r * Math.sin(t)]);
    return [...left, ...left.map(([x, y]) => [-x, y]).reverse(), [a, b], [-a, b]];
  }
  if (shape === "hexagon") {
    const c = Math.min(b, 11);
    return [[-a + c, -b], [a - c, -b], [a, 0], [a - c, b], [-a + c, b], [-a, 0]];
  }
  if (shape === "octagon") {
    const c = Math.min(b * 0.6, 8);
    return [[-a + c, -b], [a - c, -b], [a, -b + c], [a, b - c], [a - c, b], [-a + c, b], [-a, b - c], [-a, -b + c]];
  }
  if (shape === "slant") return [[-a + 9, -b], [a, -b], [a - 9, b], [-a, b]];
  if (shape === "tag") return [[-a, -b], [a - 9, -b], [a, 0], [a - 9, b], [-a, b]];
  if (shape === "flag") return [[-a + 9, -b], [a, -b], [a, b], [-a + 9, b], [-a, 0]];
  if (shape === "note") return [[-a, -b], [a - 8, -b], [a, -b + 8], [a, b], [-a, b]];
  if (shape === "roof") return [[-a + 9, -b], [a - 9, -b], [a, b], [-a, b]];
  if (shape === "cup") return [[-a, -b], [a, -b], [a - 9, b], [-a + 9, b]];
  return [[-a, -b], [a, -b], [a, b], [-a, b]];
}

/** How far from the centre, in lengths of (dx, dy), a ray leaves the outline. */
export function leave(points, dx, dy) {
  let best = Infinity;
  for (let i = 0; i < points.length; i += 1) {
    const [ax, ay] = points[i];
    const [bx, by] = points[(i + 1) % points.length];
    const ex = bx - ax;
    const ey = by - ay;
    const cross = dx * ey - dy * ex;
    if (Math.abs(cross) <= 1e-9) continue;
    const t = (ax * ey - ay * ex) / cross;
    const s = (ax * dy - ay * dx) / cross;
    if (t > 0 && s >= -1e-9 && s <= 1 + 1e-9 && t < best) best = t;
  }
  return best < Infinity ? best : 0;
}
