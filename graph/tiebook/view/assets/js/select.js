/** Which ties are shown: filters, the date, and the neighbourhood of one actor. */

/** @returns {"certainly" | "possibly" | "unknown" | "undated" | "no"} as in Python (model/dates.py) */
export function inForce(T, t, day) {
  const [a, b, c, d] = [T.since_earliest[t], T.since_latest[t], T.until_earliest[t], T.until_latest[t]];
  if (!a && !b && !c && !d) return "undated";
  if ((a && day < a) || (d && day > d)) return "no";
  if (b && day >= b && c && day <= c) return "certainly";
  return !d && c && day > c ? "unknown" : "possibly";
}

/** The word for how a tie stands: its mode, or "denied". */
export const standing = (T, t) => (T.negated[t] ? "denied" : T.mode[t]);

/** Whether the filters let a tie through. */
export function admits(model, S, t) {
  const { T, A } = model;
  const how = standing(T, t);
  if (!S.modes.has(how) || (T.inferred[t] && !S.inferred) || (how === "actual" && !T.endorsed[t] && !S.reported)) return false;
  if (S.offTypes.has(T.type[t]) || S.offSigns.has(String(T.sign[t])) || T.confidence[t] < S.conf) return false;
  if (S.offKinds.has(A.kind[T.source[t]]) || S.offKinds.has(A.kind[T.target[t]])) return false;
  if ((S.holder && T.holder[t] !== S.holder) || (S.factor && T.factor[t] !== S.factor)) return false;
  if (!S.asof) return S.undated || inForce(T, t, "9999-12-31") !== "undated";
  const state = inForce(T, t, S.asof);
  return state === "undated" ? S.undated : state !== "no";
}

/** @returns {number[]} the ties that are shown */
export function shownTies(model, S) {
  const { T, m, n, at } = model;
  const open = new Uint8Array(m);
  const out = [];
  for (let t = 0; t < m; t += 1) {
    if (admits(model, S, t)) {
      open[t] = 1;
      if (S.ego === null) out.push(t);
    }
  }
  if (S.ego === null) return out;
  const near = new Uint8Array(n);
  near[S.ego] = 1;
  let edge = [S.ego];
  for (let step = 0; step < S.depth; step += 1) {
    const next = [];
    for (const a of edge) {
      for (const t of at[a]) {
        const b = T.source[t] === a ? T.target[t] : T.source[t];
        if (open[t] && !near[b]) {
          near[b] = 1;
          next.push(b);
        }
      }
    }
    edge = next;
  }
  for (let t = 0; t < m; t += 1) if (open[t] && near[T.source[t]] && near[T.target[t]]) out.push(t);
  return out;
}
