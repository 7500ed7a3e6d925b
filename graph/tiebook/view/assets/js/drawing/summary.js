/** Large networks at a glance: actors taken together by bloc or kind, ties between the groups counted by sign. */
import { K } from "../geometry/constants.js";
import { outline } from "../geometry/boxes.js";
import { count } from "./dom.js";
import { human } from "../geometry/relations.js";
import { textWidth, wrapName } from "../geometry/measure.js";
import { arrange } from "../geometry/picture.js";

const MOST_BUNDLES = 60;

/** What actors can be grouped by. @returns {[string, string][]} */
export function groupings(model) {
  const blocs = model.A.kind.filter((kind) => kind === "Bloc").length;
  return [["kind", "Kind of actor"], ...(blocs > 1 ? [["bloc", "Bloc (first membership)"]] : [])];
}

/** @returns {{of: Int32Array, names: string[], kinds: string[]}} the group of each actor */
export function groupsOf(model, by) {
  const { A, T, n, at } = model;
  const of = new Int32Array(n);
  const index = new Map();
  const names = [];
  const kinds = [];
  const put = (i, key, name, kind) => {
    if (!index.has(key)) {
      index.set(key, names.length);
      names.push(name);
      kinds.push(kind);
    }
    of[i] = index.get(key);
  };
  for (let i = 0; i < n; i += 1) {
    let bloc = by === "bloc" && A.kind[i] === "Bloc" ? i : -1;
    if (by === "bloc" && bloc < 0) {
      const member = at[i].find((t) => T.type[t] === "MEMBER_OF" && T.source[t] === i && A.kind[T.target[t]] === "Bloc"
        && T.mode[t] === "actual" && !T.negated[t]);
      if (member !== undefined) bloc = T.target[member];
    }
    if (bloc >= 0) put(i, `b${bloc}`, A.name[bloc], "Bloc");
    else if (by === "bloc") put(i, "none", "No bloc", "Group");
    else put(i, A.kind[i], K.kinds[A.kind[i]]?.name ?? human(A.kind[i]), A.kind[i]);
  }
  return { of, names, kinds };
}

/** @returns {{picture: import("../geometry/picture.js").Picture, who: {name: string[], kind: string[]}, groups: any, left: number}} */
export function summaryOf(model, ties, by) {
  const groups = groupsOf(model, by);
  const size = new Array(groups.names.length).fill(0);
  for (const g of groups.of) size[g] += 1;
  const inside = groups.names.map(() => ({ "1": 0, "0": 0, "-1": 0, "2": 0 }));
  const between = new Map();
  for (const t of ties) {
    const a = groups.of[model.T.source[t]];
    const b = groups.of[model.T.target[t]];
    const sign = model.T.tone[t];
    if (a === b) inside[a][sign] += 1;
    else {
      const key = `${Math.min(a, b)} ${Math.max(a, b)} ${sign}`;
      if (!between.has(key)) {
        between.set(key, { first: Math.min(a, b), second: Math.max(a, b), type: "ties", tone: sign, bundled: false, mode: "actual", negated: false, symmetric: true, ties: [],
          endorsed: true, inferred: false });
      }
      between.get(key).ties.push(t);
    }
  }
  const all = [...between.values()].sort((p, q) => q.ties.length - p.ties.length);
  const strongest = all.slice(0, MOST_BUNDLES).map((r) => ({ ...r, label: `${r.ties.length.toLocaleString("en")} ${K.glyphs[r.tone]}` }));
  const boxes = groups.names.map((name, g) => {
    const own = ["1", "0", "-1", "2"].filter((s) => inside[g][s]).map((s) => `${inside[g][s].toLocaleString("en")} ${K.glyphs[s]}`);
    const lines = [...wrapName(name), count(size[g], "actor"), ...(own.length ? [`inside: ${own.join("  ")}`] : [])];
    const a = Math.max(...lines.map((line) => textWidth(line, 13))) / 2 + 22;
    const b = lines.length * 8.2 + 16;
    const shape = (K.kinds[groups.kinds[g]] ?? K.kinds.Group).shape;
    return { a, b, font: 13, lines, shape, points: outline(shape, a, b) };
  });
  const ring = Math.max(260, (groups.names.length * 200) / (2 * Math.PI));
  const centres = groups.names.map((_, g) => {
    const angle = (2 * Math.PI * g) / groups.names.length - Math.PI / 2;
    return [Math.round(Math.cos(angle) * ring * 1.5), Math.round(Math.sin(angle) * ring)];
  });
  const picture = arrange(strongest, boxes, centres);
  picture.present = groups.names.map((_, g) => g);
  return { picture, who: { name: groups.names, kind: groups.kinds }, groups, left: all.length - strongest.length };
}
