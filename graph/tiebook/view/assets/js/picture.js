/** The finished geometry, as in Python (view/picture.py). */
import { K } from "./constants.js";
import { boxOf } from "./boxes.js";
import { lanes } from "./curves.js";
import { placeLabels } from "./labels.js";
import { pairsOf, relationsOf } from "./relations.js";

/** @typedef {{relation: import("./relations.js").Relation, curve: number[], label: import("./labels.js").Label | null}} Line */
/** @typedef {{present: number[], centres: [number, number][], boxes: any[], lines: Line[], bundled: boolean}} Picture */

/** Boxes of all actors, sized by what is drawn by default. */
export function boxesOf(model, ties) {
  const count = new Array(model.n).fill(0);
  for (const r of relationsOf(model, ties, false)) {
    count[r.first] += 1;
    count[r.second] += 1;
  }
  return count.map((lanes_, i) => boxOf(model.A.name[i], model.A.kind[i], lanes_));
}

/** @returns {Picture} */
export function pictureOf(model, ties, boxes, centres, { focus = null, bundle = "auto" } = {}) {
  const single = bundle === "always" ? null : relationsOf(model, ties, false);
  const bundled = !single || (bundle === "auto" && single.length > K.sizes.bundle);
  return arrange(bundled ? relationsOf(model, ties, true) : single, boxes, centres, focus, bundled);
}

/** @returns {Picture} */
export function arrange(relations, boxes, centres, focus = null, bundled = false) {
  const ends = new Set(focus === null ? [] : [focus]);
  for (const r of relations) ends.add(r.first).add(r.second);
  const present = [...ends].sort((i, j) => i - j);
  const drawn = lanes(centres, boxes, pairsOf(relations), present);
  const labels = placeLabels(drawn, centres, boxes, present);
  return { present, centres, boxes, bundled, lines: drawn.map((line, i) => ({ ...line, label: labels[i] })) };
}

/** @param {Picture} picture @returns {[number, number, number, number]} left, top, right, bottom */
export function extent({ present, centres, boxes, lines }) {
  let [l, t, r, b] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of present) {
    l = Math.min(l, centres[i][0] - boxes[i].a);
    r = Math.max(r, centres[i][0] + boxes[i].a);
    t = Math.min(t, centres[i][1] - boxes[i].b);
    b = Math.max(b, centres[i][1] + boxes[i].b);
  }
  for (const { label } of lines) {
    if (!label) continue;
    l = Math.min(l, label.plate.x - label.plate.h);
    r = Math.max(r, label.plate.x + label.plate.h);
    t = Math.min(t, label.plate.y - label.plate.h);
    b = Math.max(b, label.plate.y + label.plate.h);
  }
  return Number.isFinite(l) ? [l, t, r, b] : [-100, -100, 100, 100];
}
