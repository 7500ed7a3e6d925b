/** The finished geometry, as in Python (view/drawing/picture.py). */
import { K } from "./constants.js";
import { boxOf } from "./boxes.js";
import { lanes, pointAt } from "./curves.js";
import { placeLabels } from "./labels.js";
import { pairsOf, relationsOf } from "./relations.js";

/** @typedef {{relation: import("./relations.js").Relation, curve: number[], label: import("./labels.js").Label | null}} Line */
/** @typedef {{present: number[], centres: [number, number][], boxes: any[], lines: Line[], bundled: boolean}} Picture */

/** Boxes of all actors, sized by what is drawn if nobody chooses. */
export function boxesOf(model, ties, how) {
  const count = new Array(model.n).fill(0);
  for (const r of relationsOf(model, ties, how)) {
    count[r.first] += 1;
    count[r.second] += 1;
  }
  return count.map((lanes_, i) => boxOf(model.A.name[i], model.A.kind[i], lanes_));
}

/**
 * @param {"auto" | "pairs" | "each"} bundle @param {number | null} [apart] a tie that has a line of its own
 * @returns {Picture}
 */
export function pictureOf(model, ties, boxes, centres, { focus = null, bundle = "auto", apart = null, column = null } = {}) {
  const single = relationsOf(model, ties, "each", column);
  const bundled = bundle === "pairs" || (bundle === "auto" && single.length > K.sizes.bundle);
  const alone = bundled && ties.includes(apart); // other mentions stay in the strand: they may be stated where this one is inferred
  const own = alone ? relationsOf(model, [apart], "each", column) : [];
  const rest = alone ? ties.filter((t) => t !== apart) : ties;
  return arrange(bundled ? [...relationsOf(model, rest, "pairs", column), ...own] : single, boxes, centres, focus, bundled);
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
  for (const { label, curve } of lines) {
    for (let step = 0; step <= 8; step += 1) {
      const [x, y] = pointAt(curve, step / 8);
      [l, t, r, b] = [Math.min(l, x), Math.min(t, y), Math.max(r, x), Math.max(b, y)];
    }
    if (!label) continue;
    const { x, y, w, h, angle } = label.plate;
    const across = Math.abs(w * Math.cos(angle)) + Math.abs(h * Math.sin(angle));
    const down = Math.abs(w * Math.sin(angle)) + Math.abs(h * Math.cos(angle));
    [l, t, r, b] = [Math.min(l, x - across), Math.min(t, y - down), Math.max(r, x + across), Math.max(b, y + down)];
  }
  return Number.isFinite(l) ? [l, t, r, b] : [-100, -100, 100, 100];
}
