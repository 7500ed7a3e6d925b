/** Where the names of ties stand, as in Python (view/labels.py): on their line, over no other name and no actor. */
import { K } from "./constants.js";
import { angleAt, chord, pointAt } from "./curves.js";
import { textWidth } from "./measure.js";
import { relationText } from "./relations.js";

const PLACES = [0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7, 0.26, 0.74, 0.22, 0.78, 0.18, 0.82, 0.14, 0.86];
const BESIDE = [[0.5, 1], [0.5, -1], [0.4, 1], [0.4, -1], [0.6, 1], [0.6, -1], [0.3, 1], [0.3, -1], [0.7, 1], [0.7, -1]];
const CELL = 10;
const MARK = 7;
const ROW = 65536;

/** @typedef {{x: number, y: number, w: number, h: number, angle: number}} Plate centre, half sizes, radians */
/** @typedef {{plate: Plate, text: string, way: number}} Label */

/** Whether two plates overlap (separating axes). @param {Plate} p @param {Plate} q */
export function meets(p, q) {
  const dx = q.x - p.x;
  const dy = q.y - p.y;
  if (dx * dx + dy * dy >= (Math.hypot(p.w, p.h) + Math.hypot(q.w, q.h)) ** 2) return false;
  const c = Math.abs(Math.cos(q.angle - p.angle));
  const s = Math.abs(Math.sin(q.angle - p.angle));
  for (const [one, two] of [[p, q], [q, p]]) {
    const cos = Math.cos(one.angle);
    const sin = Math.sin(one.angle);
    if (Math.abs(dx * cos + dy * sin) >= one.w + two.w * c + two.h * s) return false;
    if (Math.abs(dy * cos - dx * sin) >= one.h + two.w * s + two.h * c) return false;
  }
  return true;
}

/**
 * @param {{relation: import("./relations.js").Relation, curve: number[]}[]} lines
 * @returns {(Label | null)[]} null where there is no room
 */
export function placeLabels(lines, centres, boxes, present) {
  const font = K.sizes.tie;
  const actors = present.map((i) => ({ x: centres[i][0], y: centres[i][1], w: boxes[i].a + 1, h: boxes[i].b + 1, angle: 0 }));
  const passing = cellsOf(lines);
  const key = ({ relation: r }) => Math.min(r.first, r.second) * 1e7 + Math.max(r.first, r.second);
  const count = new Map();
  for (const line of lines) count.set(key(line), (count.get(key(line)) ?? 0) + 1);
  const rank = lines.map((line) => [-count.get(key(line)), Math.round(chord(line.curve) * 10) / 10]);
  const order = lines.map((_, i) => i).sort((i, j) => rank[i][0] - rank[j][0] || rank[i][1] - rank[j][1] || i - j);
  const placed = lines.map(() => null);
  const taken = [];
  for (const i of order) {
    const { relation, curve } = lines[i];
    const text = relationText(relation);
    const w = textWidth(text, font) / 2 + (relation.symmetric ? 2 : MARK);
    let best = null;
    let least = Infinity;
    const alone = count.get(key(lines[i])) === 1; // beside its line a label could be taken for a neighbour's
    [...PLACES.map((t) => [t, 0]), ...(alone ? BESIDE : [])].forEach(([t, aside], nth) => {
      let [x, y] = pointAt(curve, t);
      let angle = angleAt(curve, t);
      x -= Math.sin(angle) * aside * font;
      y += Math.cos(angle) * aside * font;
      const flip = Math.abs(angle) > Math.PI / 2 + 1e-9;
      if (flip) angle -= Math.sign(angle) * Math.PI;
      const plate = { x, y, w, h: font * 0.58, angle };
      const cost = 2 * crossed(plate, passing, i) + nth * 0.35;
      if (cost >= least || actors.some((other) => meets(plate, other)) || taken.some((other) => meets(plate, other))) return;
      best = { plate, text, way: relation.symmetric ? 0 : flip ? -1 : 1 };
      least = cost;
    });
    if (best) {
      placed[i] = best;
      taken.push(best.plate);
    }
  }
  return placed;
}

/** Which lines pass through each cell of a grid. */
function cellsOf(lines) {
  const cells = new Map();
  lines.forEach(({ curve }, i) => {
    const steps = Math.ceil(chord(curve) / CELL) + 1;
    for (let step = 0; step <= steps; step += 1) {
      const [x, y] = pointAt(curve, step / steps);
      const cell = Math.floor(x / CELL) * ROW + Math.floor(y / CELL);
      if (!cells.has(cell)) cells.set(cell, new Set());
      cells.get(cell).add(i);
    }
  });
  return cells;
}

/** How many other lines pass under a label's middle line. */
function crossed(plate, cells, own) {
  const steps = Math.ceil((plate.w * 2) / CELL);
  const found = new Set();
  for (let step = 0; step <= steps; step += 1) {
    const u = ((step / steps) * 2 - 1) * plate.w;
    const x = Math.floor((plate.x + u * Math.cos(plate.angle)) / CELL);
    const y = Math.floor((plate.y + u * Math.sin(plate.angle)) / CELL);
    for (const i of cells.get(x * ROW + y) ?? []) if (i !== own) found.add(i);
  }
  return found.size;
}
