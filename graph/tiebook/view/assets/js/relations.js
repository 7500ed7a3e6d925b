/** From ties to lines, as in Python (view/relations.py): repeated mentions are one relation, relations sorted into lanes. */

/**
 * @typedef {object} Relation
 * @property {number} first index of the actor it starts at
 * @property {number} second
 * @property {string} type @property {number} sign @property {string} mode @property {boolean} negated
 * @property {boolean} symmetric @property {number[]} ties @property {boolean} endorsed @property {boolean} inferred
 * @property {string} [label] text that replaces the one made of the above
 */

/** @param {Relation} r */
export const isGhost = (r) => r.mode !== "actual" || r.negated;

/** @param {Relation} r @returns {string} what it is, without its direction */
export function relationText(r) {
  if (r.label) return r.label;
  if (r.type === "ties") return `${r.ties.length} ties`;
  const words = [];
  if (r.mode !== "actual") words.push(r.mode);
  if (r.negated) words.push("denied");
  if (r.inferred) words.push("inferred");
  if (!r.endorsed && !isGhost(r)) words.push("reported");
  const count = r.ties.length > 1 ? ` ×${r.ties.length}` : "";
  return (words.length ? `${words.join(" · ")}: ` : "") + human(r.type) + count;
}

/** @param {string} type */
export const human = (type) => type.toLowerCase().replaceAll("_", " ");

/**
 * @param {import("./data.js").Model} model @param {Iterable<number>} ties @param {boolean} bundle all types in one
 * @returns {Relation[]}
 */
export function relationsOf(model, ties, bundle) {
  const { T } = model;
  const found = new Map();
  for (const t of ties) {
    const same = !bundle && model.symmetric(T.type[t]);
    let a = T.source[t];
    let b = T.target[t];
    if (same && a > b) [a, b] = [b, a];
    const type = bundle ? "ties" : T.type[t];
    const key = `${a} ${b} ${type} ${T.sign[t]} ${T.mode[t]} ${T.negated[t]}`;
    let r = found.get(key);
    if (!r) {
      r = { first: a, second: b, type, sign: T.sign[t], mode: T.mode[t], negated: T.negated[t], symmetric: same, ties: [],
        endorsed: false, inferred: true };
      found.set(key, r);
    }
    r.ties.push(t);
    r.endorsed ||= T.endorsed[t];
    r.inferred &&= T.inferred[t];
  }
  const made = [...found.values()];
  for (const r of bundle ? made.filter(({ ties: of }) => of.length === 1) : []) {
    r.type = T.type[r.ties[0]];
    r.symmetric = model.symmetric(r.type);
  }
  return made;
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
  for (const [, , group] of groups.values()) {
    group.sort((p, q) => p.first - q.first || q.sign - p.sign || isGhost(p) - isGhost(q) || order(p.type, q.type)
      || order(p.mode, q.mode) || p.negated - q.negated);
  }
  return [...groups.values()].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
}
