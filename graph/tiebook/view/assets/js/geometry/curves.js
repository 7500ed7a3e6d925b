/** The lines, as in Python (view/drawing/curves.py): parallel lanes between two boxes, bent round actors that are not their ends. */
import { K } from "./constants.js";
import { leave } from "./boxes.js";
import { widthOf } from "./relations.js";

/** @typedef {number[]} Curve start x, y, two control points, end x, y: eight numbers */
/** @typedef {[number, number]} Point */

/** @param {Curve} c @param {number} t @returns {Point} */
export function pointAt(c, t) {
  const u = 1 - t;
  const w = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [w[0] * c[0] + w[1] * c[2] + w[2] * c[4] + w[3] * c[6], w[0] * c[1] + w[1] * c[3] + w[2] * c[5] + w[3] * c[7]];
}

/** @param {Curve} c @param {number} t radians @returns {number} */
export function angleAt(c, t) {
  const u = 1 - t;
  const w = [u * u, 2 * u * t, t * t];
  return Math.atan2(
    w[0] * (c[3] - c[1]) + w[1] * (c[5] - c[3]) + w[2] * (c[7] - c[5]),
    w[0] * (c[2] - c[0]) + w[1] * (c[4] - c[2]) + w[2] * (c[6] - c[4]),
  );
}

/** @param {Curve} c */
export const chord = (c) => Math.hypot(c[6] - c[0], c[7] - c[1]);

/** @param {Curve} c @returns {Curve} */
const reverse = (c) => [c[6], c[7], c[4], c[5], c[2], c[3], c[0], c[1]];

function curveBetween(a, b, boxA, boxB, offset) {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = Math.hypot(dx, dy) || 1;
  const ux = dx / length;
  const uy = dy / length;
  const pull = length * K.sizes.pull;
  const side = (offset * 4) / 3;
  const one = [a[0] + ux * pull - uy * side, a[1] + uy * pull + ux * side];
  const two = [b[0] - ux * pull - uy * side, b[1] - uy * pull + ux * side];
  return [...touch(a, one, boxA, 1), ...one, ...two, ...touch(b, two, boxB, 2)];
}

function touch(centre, towards, box, gap) {
  const dx = towards[0] - centre[0];
  const dy = towards[1] - centre[1];
  const out = leave(box.points, dx, dy) + gap / (Math.hypot(dx, dy) || 1);
  return [centre[0] + dx * out, centre[1] + dy * out];
}

function loop(centre, box, rank) {
  const x = centre[0] + box.a * 0.5;
  const y = centre[1] - box.b;
  const reach = 34 + 14 * rank;
  return [x - 12, y, x - 12 - reach * 0.6, y - reach, x + 12 + reach * 0.6, y - reach, x + 12, y];
}

/**
 * @param {Point[]} centres @param {import("./boxes.js").Box[]} boxes by actor
 * @param {[number, number, import("./relations.js").Relation[]][]} pairs @param {number[]} present actors that are drawn
 * @returns {{relation: import("./relations.js").Relation, curve: Curve}[]}
 */
export function lanes(centres, boxes, pairs, present) {
  const out = [];
  for (const [a, b, group] of pairs) {
    if (a === b) {
      group.forEach((relation, rank) => out.push({ relation, curve: loop(centres[a], boxes[a], rank) }));
      continue;
    }
    const offsets = spreadOf(group);
    const bend = bow(centres, boxes, a, b, offsets, present);
    group.forEach((relation, rank) => {
      const curve = curveBetween(centres[a], centres[b], boxes[a], boxes[b], offsets[rank] + bend);
      out.push({ relation, curve: relation.first === a ? curve : reverse(curve) });
    });
  }
  return out;
}

/** How far to the side each lane of a pair runs: strands of one line touch, other lanes have room for a label. */
function spreadOf(group) {
  const at = [0];
  for (let k = 1; k < group.length; k += 1) {
    const [before, after] = [group[k - 1], group[k]];
    at.push(at[k - 1] + (before.bundled && after.bundled ? (widthOf(before) + widthOf(after)) / 2 + K.sizes.strand : K.sizes.gap));
  }
  return at.map((offset) => offset - at[at.length - 1] / 2);
}

/** How far a bundle bends to the side: the least that keeps it off every other box. */
function bow(centres, boxes, a, b, offsets, present) {
  const [ax, ay] = centres[a];
  const length = Math.hypot(centres[b][0] - ax, centres[b][1] - ay) || 1;
  const ux = (centres[b][0] - ax) / length;
  const uy = (centres[b][1] - ay) / length;
  const { bow: step, bows: most, clear } = K.sizes;
  const reach = step * most - offsets[0] + clear;
  const near = present.filter((i) => {
    const x = centres[i][0] - ax;
    const y = centres[i][1] - ay;
    const r = Math.hypot(boxes[i].a, boxes[i].b);
    const along = x * ux + y * uy;
    return i !== a && i !== b && -r < along && along < length + r && Math.abs(y * ux - x * uy) < reach + r;
  });
  if (!near.length) return 0;
  let best = 0;
  let least = Infinity;
  for (let n = 0; n <= 2 * most && least > 0; n += 1) {
    const bend = (n % 2 ? -1 : 1) * Math.ceil(n / 2) * step;
    let hits = 0;
    for (const offset of offsets) {
      const curve = curveBetween(centres[a], centres[b], boxes[a], boxes[b], offset + bend);
      for (const i of near) hits += touches(curve, centres[i], boxes[i]) ? 1 : 0;
      if (hits >= least) break;
    }
    if (hits < least) [best, least] = [bend, hits];
  }
  return best;
}

/** Whether a line comes nearer to a box than it should. */
export function touches(curve, centre, box) {
  const a = box.a + K.sizes.clear;
  const b = box.b + K.sizes.clear;
  const steps = Math.max(8, Math.ceil(chord(curve) / 9));
  for (let step = 0; step <= steps; step += 1) {
    const [x, y] = pointAt(curve, step / steps);
    if (Math.abs(x - centre[0]) < a && Math.abs(y - centre[1]) < b) return true;
  }
  return false;
}

/** @param {Curve} c @param {number} width of the line @returns {[Point, Point]} the bar at the end of a line that limits */
export function barOf(c, width) {
  const angle = Math.atan2(c[7] - c[5], c[6] - c[4]);
  const side = [Math.sin(angle) * (4.5 + width), -Math.cos(angle) * (4.5 + width)];
  return [[c[6] + side[0], c[7] + side[1]], [c[6] - side[0], c[7] - side[1]]];
}

/** @param {Curve} c @returns {[Point, Point]} the stroke through a line near its start, where the mode of what it says is negated */
export function strikeOf(c) {
  const [[px, py], [x, y], [qx, qy]] = [0.1, 0.12, 0.14].map((place) => pointAt(c, place));
  const angle = Math.atan2(qy - py, qx - px) - Math.PI / 3;
  const side = [Math.cos(angle) * 6, Math.sin(angle) * 6];
  return [[x - side[0], y - side[1]], [x + side[0], y + side[1]]];
}

/** @param {Curve} c @param {number} width of the line @returns {Point[]} the arrowhead */
export function arrowHead(c, width) {
  const angle = Math.atan2(c[7] - c[5], c[6] - c[4]);
  const long = 6 + width * 1.3;
  const back = [c[6] - Math.cos(angle) * long, c[7] - Math.sin(angle) * long];
  const side = [Math.sin(angle) * long * 0.42, -Math.cos(angle) * long * 0.42];
  return [[c[6], c[7]], [back[0] + side[0], back[1] + side[1]], [back[0] - side[0], back[1] - side[1]]];
}
