/** What lies under a point of the stage: the same for a click, a tap and the tip that is shown before. */
import { pointAt, chord } from "../geometry/curves.js";
import { widthOf } from "../geometry/relations.js";
import { app } from "../data/state.js";

const FINGER = 12; // px round a touch, 24 px across
const MOUSE = 6;

/** How far a point is from a box, 0 inside. */
const fromBox = (x, y, [bx, by], a, b) => Math.hypot(Math.max(0, Math.abs(x - bx) - a), Math.max(0, Math.abs(y - by) - b));

function fromPlate(x, y, plate) {
  const [dx, dy, c, s] = [x - plate.x, y - plate.y, Math.cos(plate.angle), Math.sin(plate.angle)];
  return fromBox(dx * c + dy * s, dy * c - dx * s, [0, 0], plate.w, plate.h);
}

function fromCurve(x, y, { relation, curve }) {
  const steps = Math.max(8, Math.ceil(chord(curve) / 5));
  let least = Infinity;
  for (let step = 0; step <= steps; step += 1) {
    const [px, py] = pointAt(curve, step / steps);
    least = Math.min(least, Math.hypot(px - x, py - y));
  }
  return Math.max(0, least - widthOf(relation) / 2);
}

/**
 * @param {number} sx @param {number} sy px of the stage @param {boolean} finger whether it is touched
 * @returns {{actor: number} | {line: number} | null}
 */
export function hitAt(picture, sx, sy, finger) {
  const { camera } = app;
  const [x, y] = [(sx - camera.x) / camera.k, (sy - camera.y) / camera.k];
  const reach = (finger ? FINGER : MOUSE) / camera.k;
  let near = null;
  let least = reach;
  const offer = (far, found) => { if (far < least || (far === 0 && least > 0)) [near, least] = [found, far]; };
  for (const i of picture.present) {
    const far = fromBox(x, y, picture.centres[i], picture.boxes[i].a, picture.boxes[i].b);
    if (far === 0) return { actor: i };
    offer(far, { actor: i });
  }
  picture.lines.forEach(({ label }, k) => label && offer(fromPlate(x, y, label.plate), { line: k }));
  if (least > 0) picture.lines.forEach((line, k) => offer(fromCurve(x, y, line), { line: k }));
  return near;
}
