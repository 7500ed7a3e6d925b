/** From ties to lines, as in Python (view/drawing/relations.py): repeated mentions are one relation, relations sorted into lanes. */
import { K } from "./constants.js";

/**
 * @typedef {object} Relation
 * @property {number} first index of the actor it starts at
 * @property {number} second
 * @property {string} type @property {number} tone @property {string} mode @property {boolean} negated
 * @property {boolean} symmetric @property {number[]} ties @property {boolean} endorsed @property {boolean} inferred
 * @property {boolean} bundled a strand of the one line of its pair; its type is "pair", its mode "several", where they differ
 * @property {string} [parts] how many of its ties are stated, inferred and reported, where they are not all alike
 * @property {string} [label] text that replaces the one made of the above
 */

/** @param {Relation} r */
export const isGhost = (r) => r.mode !== "actual" || r.negated;

/** @param {Relation} r */
export const isDenied = (r) => r.negated && r.mode === "actual";

/** @returns {string} in which way it is not a fact, "" where it is one: what is not sought is not denied */
export function standingWord(mode, negated) {
  if (negated) return K.negated[mode][0];
  return mode === "several" ? "not facts" : mode === "actual" ? "" : mode;
}

/** @param {Relation} r @returns {string} what it is, without its direction */
export function relationText(r) {
  if (r.label) return r.label;
  if (r.type === "ties") return `${r.ties.length} ties`;
  const words = [standingWord(r.mode, r.negated)].filter(Boolean);
  if (r.inferred && !r.parts) words.push("inferred");
  if (!r.endorsed && !isGhost(r) && !r.parts) words.push("reported");
  const before = words.length ? `${words.join(" · ")}: ` : "";
  const parts = r.parts ? `: ${r.parts}` : "";
  if (r.type === "pair") return `${before}${r.ties.length} ${K.signs[r.tone]}${parts}`;
  const count = r.ties.length > 1 ? ` ×${r.ties.length}` : "";
  return `${before}${K.names[r.type] ?? human(r.type)}${count}${parts}`;
}

const KINDS = ["stated", "inferred", "reported", "reported and inferred"];

/** How many ties are stated, inferred and reported; "" where all are the same. */
function partsOf(T, ties) {
  const counts = [0, 0, 0, 0];
  for (const t of ties) counts[(isFact(T, t) && !T.endorsed[t] ? 2 : 0) + (T.inferred[t] ? 1 : 0)] += 1;
  const found = KINDS.flatMap((word, k) => (counts[k] ? [`${counts[k]} ${word}`] : []));
  return found.length > 1 ? found.join(", ") : "";
}

/** @param {string} type */
export const human = (type) => type.toLowerCase().replaceAll("_", " ");

/** @param {Relation} r @returns {number} the width of its line, px: by mentions */
export const widthOf = (r) => {
  const more = r.ties.length - 1;
  return r.bundled ? Math.min(12, 1.8 + 1.15 * Math.sqrt(more)) : 1.5 + Math.min(1.5, 0.35 * more);
};

const isFact = (T, t) => T.mode[t] === "actual" && !T.negated[t];

/**
 * @param {import("../data/data.js").Model} model @param {Iterable<number>} ties
 * @param {"each" | "pairs" | "signs"} how each relation; one line a pair; or, for dots, direction and tone
 * @param {any[] | null} [column] ties that differ in it have lines of their own: their `tint`
 * @returns {Relation[]}
 */
export function relationsOf(model, ties, how, column = null) {
  const { T } = model;
  const found = new Map();
  for (const t of ties) {
    const same = how === "pairs" || (how === "each" && model.symmetric(T.type[t]));
    let a = T.source[t];
    let b = T.target[t];
    if (same && a > b) [a, b] = [b, a];
    const said = how === "pairs" ? isFact(T, t) : `${how === "signs" ? "ties" : T.type[t]} ${T.mode[t]} ${T.negated[t]}`;
    const key = `${a} ${b} ${T.tone[t]} ${said} ${column?.[t]}`;
    let r = found.get(key);
    if (!r) {
      r = { first: a, second: b, type: how === "signs" ? "ties" : T.type[t], tone: T.tone[t], mode: T.mode[t], negated: T.negated[t], symmetric: same,
        ties: [], endorsed: false, inferred: true, bundled: how === "pairs", tint: column?.[t] };
      found.set(key, r);
    }
    r.ties.push(t);
    r.endorsed ||= T.endorsed[t];
    r.inferred &&= T.inferred[t];
  }
  const made = [...found.values()];
  if (how !== "signs") for (const r of made) r.parts = partsOf(model.T, r.ties);
  if (how === "pairs") for (const r of made) strand(model, r);
  return made;
}

/** What all ties of a strand have in common. */
function strand(model, r) {
  const { T } = model;
  const one = (column) => r.ties.every((t) => column[t] === column[r.ties[0]]);
  if (!one(T.type)) r.type = "pair";
  if (!one(T.mode) || !one(T.negated)) Object.assign(r, { mode: "several", negated: false });
  r.symmetric = !one(T.source) || r.ties.some((t) => model.symmetric(T.type[t]));
  if (!r.symmetric && T.source[r.ties[0]] !== r.first) [r.first, r.second] = [r.second, r.first];
}

/** @param {Relation[]} relations @returns {[number, number, Relation[]][]} by pair of actors, lanes in their order */
export function pairsOf(relations) {
  const groups = new Map();
  for (const r of relations) {
    const a = Math.min(r.first, r.second);
    const b = Math.max(r.first, r.second);
    const key = a * 1e7 + b;
    if (!groups.has(key)) groups.set(key, [a, b, []]);
    groups.get(key)[2].push(r);
  }
  const order = (x, y) => (x < y ? -1 : x > y ? 1 : 0);
  const start = (r) => (r.bundled ? 0 : r.first);
  for (const [, , group] of groups.values()) {
    group.sort((p, q) => q.bundled - p.bundled || start(p) - start(q) || K.order.indexOf(p.tone) - K.order.indexOf(q.tone)
      || isGhost(p) - isGhost(q) || order(p.type, q.type) || order(p.mode, q.mode) || p.negated - q.negated || (p.tint ?? 0) - (q.tint ?? 0));
  }
  return [...groups.values()].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
}
