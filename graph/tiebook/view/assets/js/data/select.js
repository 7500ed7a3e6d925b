/** Which ties are shown: filters, the date, and the neighbourhood of one actor. */
import { standingWord } from "../geometry/relations.js";
import { STANDINGS } from "./state.js";

/** @returns {"certainly" | "possibly" | "unknown" | "undated" | "no"} as in Python (model/dates.py) */
export function inForce(T, t, day) {
  const [a, b, c, d] = [T.since_earliest[t], T.since_latest[t], T.until_earliest[t], T.until_latest[t]];
  if (!a && !b && !c && !d) return "undated";
  if ((a && day < a) || (d && day > d)) return "no";
  if (b && day >= b && c && day <= c) return "certainly";
  return !d && c && day > c ? "unknown" : "possibly";
}

/** What a tie is filtered by, as answers count it: what is not sought is not denied; negated on a condition is on a condition. */
export function standing(T, t) {
  const word = standingWord(T.mode[t], T.negated[t]);
  return STANDINGS.includes(word) ? word : T.mode[t];
}

/** Let a tie through that the filters hold back. @returns {boolean} whether any had to be changed */
export function admit({ T, A, main }, S, t) {
  const before = [S.modes.size, S.reported, S.inferred, S.conf, S.holder, S.factor, S.asof, S.undated, S.level, S.offTypes.size, S.offSigns.size,
    S.offKinds.size, S.offSources.size].join();
  const how = standing(T, t);
  S.modes.add(how);
  if (T.inferred[t]) S.inferred = true;
  if (how === "actual" && !T.endorsed[t]) S.reported = true;
  S.conf = Math.min(S.conf, T.confidence[t]);
  if (S.holder !== T.holder[t]) S.holder = "";
  if (S.factor !== T.factor[t]) S.factor = "";
  const state = inForce(T, t, S.asof ?? "9999-12-31");
  if (S.asof && state === "no") S.asof = null;
  if (state === "undated") S.undated = true;
  S.offTypes.delete(T.type[t]);
  S.offSigns.delete(String(T.tone[t]));
  S.offSources.delete(T.source_id[t]);
  for (const end of [T.source[t], T.target[t]]) {
    S.offKinds.delete(A.kind[end]);
    if (S.level === "main" && !main.actors.includes(end)) S.level = "all";
  }
  return before !== [S.modes.size, S.reported, S.inferred, S.conf, S.holder, S.factor, S.asof, S.undated, S.level, S.offTypes.size, S.offSigns.size,
    S.offKinds.size, S.offSources.size].join();
}

/** Whether the filters let a tie through. */
export function admits(model, S, t) {
  const { T, A } = model;
  const how = standing(T, t);
  if (S.offSources.has(T.source_id[t])) return false;
  if (!S.modes.has(how) || (T.inferred[t] && !S.inferred) || (how === "actual" && !T.endorsed[t] && !S.reported)) return false;
  if (S.offTypes.has(T.type[t]) || S.offSigns.has(String(T.tone[t])) || T.confidence[t] < S.conf) return false;
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
  const main = S.level === "main" && S.view === "graph" && S.ego === null ? new Set(model.main.actors) : null;
  for (let t = 0; t < m; t += 1) {
    if (main && !(main.has(model.T.source[t]) && main.has(model.T.target[t]))) continue;
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
