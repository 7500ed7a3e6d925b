/** Several sources side by side: which there are, and what they disagree on. */

/** @returns {string[]} ids of the sources that ties come from, in the network's order */
export const sourcesOf = (model) => {
  const used = new Set(model.T.source_id);
  return model.sources.map(({ id }) => id).filter((id) => used.has(id));
};

/** A column of the place of each tie's source among all. */
export const placesOf = (model) => {
  const place = new Map(sourcesOf(model).map((id, k) => [id, k]));
  return model.T.source_id.map((id) => place.get(id) ?? 0);
};

/** Whether two ties certainly are of different times: one has ended when the other begins. */
const apart = (T, one, other) => [[one, other], [other, one]].some(([first, last]) => {
  const end = T.until_latest[first] ?? (T.negated[first] ? T.until_earliest[first] : null);
  return end && T.since_earliest[last] && end < T.since_earliest[last];
});

/**
 * Where one source says that something holds and another denies it, or one calls two actors' relation mostly cooperative and
 * another mostly hostile. @returns {{ties: number[], text: string}[]}
 */
export function disagreements(model) {
  const { T, A } = model;
  const nobody = A.id.indexOf("unspecified");
  const said = new Map();
  const signs = new Map();
  for (let t = 0; t < model.m; t += 1) {
    if (T.mode[t] !== "actual" || T.inferred[t]) continue;
    const [a, b] = [T.source[t], T.target[t]];
    if (a === nobody || b === nobody) continue;
    const ends = model.symmetric(T.type[t]) && a > b ? [b, a] : [a, b];
    const key = `${ends.join(" ")} ${T.type[t]}`;
    said.set(key, [...(said.get(key) ?? []), t]);
    if (T.negated[t] || !T.endorsed[t] || !T.tone[t] || T.tone[t] === 2) continue;
    const pair = `${Math.min(a, b)} ${Math.max(a, b)}`;
    signs.set(pair, [...(signs.get(pair) ?? []), t]);
  }
  const found = [];
  for (const ties of said.values()) {
    const yes = ties.filter((t) => !T.negated[t]);
    const against = (t) => yes.filter((other) => T.source_id[other] !== T.source_id[t]);
    const no = ties.filter((t) => T.negated[t] && against(t).length);
    if (no.length) {
      const [t] = no;
      const meet = no.some((one) => against(one).some((other) => !apart(T, one, other)));
      found.push({ ties: [...no, ...yes], text: `${A.name[T.source[t]]}, ${A.name[T.target[t]]}: ${T.type[t].toLowerCase().replaceAll("_", " ")}, said and denied${meet ? "" : ", of different times"}` });
    }
  }
  for (const ties of signs.values()) {
    const balance = new Map();
    for (const t of ties) balance.set(T.source_id[t], (balance.get(T.source_id[t]) ?? 0) + T.tone[t]);
    const sums = [...balance.values()];
    if (Math.max(...sums) > 0 && Math.min(...sums) < 0) {
      const [t] = ties;
      found.push({ ties, text: `${A.name[T.source[t]]} and ${A.name[T.target[t]]}: mostly cooperative in one source, mostly hostile in another` });
    }
  }
  return found;
}
