/** What changed since the last position of the date: what began is marked, what ended is told. */
import { sentence } from "./badges.js";
import { byId } from "../drawing/dom.js";
import { app } from "./state.js";

const NAMED = 2;

/** @returns {{begun: Set<number>, ended: number[]} | null} since the position before this one */
export function changed() {
  const { base } = app;
  if (!base || base.asof === app.S.asof) return null;
  const now = new Set(app.shown);
  return { begun: new Set(app.shown.filter((t) => !base.ties.has(t))), ended: [...base.ties].filter((t) => !now.has(t)) };
}

/** The date is about to move: what is shown now is what changes are told against. */
export function keepPosition() {
  app.base = { asof: app.S.asof, ties: new Set(app.shown) };
}

/** Say what changed. */
export function tellChanges() {
  const box = byId("changes");
  const found = changed();
  const text = found ? words(found) : "";
  box.textContent = text;
  box.hidden = !text;
}

function words({ begun, ended }) {
  const { base, model } = app;
  const since = base.asof ? `Since ${base.asof}` : "Against all dates";
  const list = (ties) => ties.slice(0, NAMED).map((t) => sentence(model, t)).join("; ") + (ties.length > NAMED ? "; …" : "");
  const parts = [begun.size && `${begun.size} more, marked (${list([...begun])})`, ended.length && `${ended.length} fewer (${list(ended)})`].filter(Boolean);
  return `${since}: ${parts.join(" · ") || "no change"}`;
}
