/** Where the names of ties stand, as in Python (view/drawing/labels.py): on their line, over no other name and no actor. */
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
/** @typedef {{plate: Plate, text: string, way: number, lean: number}} Label `lean` is the angle of the arrow */

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
  const actors = present.map((i) => ({ x: centres[i][0], y: centres[i][1], w: boxes[i].a + 1, h: boxes[i].b + 1, angle: 0 }));
  const passing = cellsOf(lines);
  const groups = new Map();
  lines.forEach(({ relation: r, curve }, i) => {
    const [a, b] = [Math.min(r.first, r.second), Math.max(r.first, r.second)];
    const key = `${a} ${b} ${r.bundled}`;
    if (!groups.has(key)) groups.set(key, { a, b, bundled: r.bundled, members: [], often: 0, chord: Infinity });
    const group = groups.get(key);
    group.members.push(i);
    group.often += r.ties.length;
    group.chord = Math.min(group.chord, Math.round(chord(curve) * 10) / 10);
  });
  const turns = [...groups.values()].sort((p, q) => p.bundled - q.bundled || q.members.length - p.members.length || p.chord - q.chord
    || p.a - q.a || p.b - q.b);
  const placed = placedIn(lines, turns, actors, passing);
  const mute = turns.filter(({ bundled, members }) => bundled && members.some((i) => !placed[i]));
  if (!mute.length) return placed;
  mute.sort((p, q) => q.often - p.often); // they come first, those of whom most is said before all
  const other = placedIn(lines, [...mute, ...turns.filter((group) => !mute.includes(group))], actors, passing);
  const unsaid = (labels) => labels.reduce((sum, label, i) => sum + (label ? 0 : lines[i].relation.ties.length), 0);
  return unsaid(other) < unsaid(placed) ? other : placed;
}

/** The labels of groups of lines that are placed one after another. */
function placedIn(lines, turns, actors, passing) {
  const placed = lines.map(() => null);
  const taken = [];
  for (const { bundled, members } of turns) {
    const blocks = bundled ? [members] : members.map((i) => [i]);
    for (const block of blocks) {
      const all = best(lines, block, actors, taken, passing, blocks.length === 1);
      // where there is no room for all of a pair together, each for itself
      for (const part of all.length || block.length === 1 ? [block] : block.map((i) => [i])) {
        (all.length ? all : best(lines, part, actors, taken, passing, true)).forEach((label, row) => {
          placed[part[row]] = label;
          taken.push(label.plate);
        });
      }
    }
  }
  return placed;
}

/** The labels of a block of lines, one under the other, where they cross the fewest lines; none where nothing is free. */
function best(lines, block, actors, taken, passing, alone) {
  let found = [];
  let least = Infinity;
  // beside its line a label could be taken for a neighbour's
  [...PLACES.map((t) => [t, 0]), ...(alone ? BESIDE : [])].forEach(([t, aside], nth) => {
    const labels = labelsAt(lines, block, t, aside);
    const cost = 2 * labels.reduce((sum, { plate }) => sum + crossed(plate, passing, block), 0) + nth * 0.35;
    const free = ({ plate }) => !actors.some((other) => meets(plate, other)) && !taken.some((other) => meets(plate, other));
    if (cost < least && labels.every(free)) [found, least] = [labels, cost];
  });
  return found;
}

/** The labels of a block at `t` of its middle line: along it where it is long and straight, else upright. */
function labelsAt(lines, block, t, aside) {
  const font = K.sizes.tie;
  const middle = lines[block[Math.floor(block.length / 2)]].curve;
  const angle = angleAt(middle, t);
  const [px, py] = pointAt(middle, t);
  const x = px - Math.sin(angle) * aside * font * 1.1;
  const y = py + Math.cos(angle) * aside * font * 1.1;
  const flip = Math.abs(angle) > Math.PI / 2 + 1e-9;
  return block.map((i, row) => {
    const { relation: r, curve } = lines[i];
    const text = relationText(r);
    const mute = r.symmetric || r.bundled;
    const w = textWidth(text, font) / 2 + (mute ? 2 : MARK);
    const tilt = r.bundled || !along(curve, w) ? 0 : flip ? angle - Math.sign(angle) * Math.PI : angle;
    const plate = { x, y: y + (row - (block.length - 1) / 2) * font * 1.2, w, h: font * 0.58, angle: tilt };
    const lean = tilt === 0 && steep(angle) ? Math.sign(angle) * (Math.PI / 2) : flip ? Math.PI : 0;
    return { plate, text, way: mute ? 0 : flip ? -1 : 1, lean: mute ? 0 : lean };
  });
}

/** Whether a label may stand along a line: it is long for it, nearly straight and not steep. */
function along(curve, w) {
  const turn = angleAt(curve, 0.15) - angleAt(curve, 0.85);
  const bend = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
  return chord(curve) > K.sizes.long * w && bend < K.sizes.bend && !steep(angleAt(curve, 0.5));
}

/** Whether a line at this angle is too steep for a label along it. */
const steep = (angle) => Math.abs(Math.cos(angle)) <= K.sizes.steep;

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
    for (const i of cells.get(x * ROW + y) ?? []) if (!own.includes(i)) found.add(i);
  }
  return found.size;
}
