/** What the reader has chosen, and its form in the address after #, which leads back to the exact view. */
import { K } from "../geometry/constants.js";

export const LARGE = 200; // from so many actors on, a summary comes first
export const BOXES = K.sizes.boxes; // up to so many actors are drawn as boxes
export const STANDINGS = ["actual", "denied", "disputed", "sought", "not sought", "feared", "not feared", "expected", "not expected", "conditional", "hypothetical"];

/** The one shared object: the model, the choices `S`, what is shown now and how to redraw it. */
export const app = { model: null, S: null, camera: { x: 0, y: 0, k: 1 }, saved: null, shown: [], picture: null };

export function initialState(options = {}) {
  return {
    theme: options.theme ?? "light", view: options.view ?? "graph", modes: new Set(options.everything ? STANDINGS : ["actual"]),
    reported: Boolean(options.everything), inferred: Boolean(options.everything),
    offTypes: new Set(), offSigns: new Set(), offKinds: new Set(), holder: "", factor: "", conf: 0, asof: options.asof ?? null,
    offSources: new Set(), colour: options.colour ?? "sign", level: options.level ?? "all", undated: true, ego: options.ego ?? null, depth: options.depth ?? 1, sel: null, bundle: options.bundle ?? "auto", group: "", table: "",
  };
}

/** @returns {string} only what differs from the start */
export function toHash() {
  const { S, model, camera, start } = app;
  const q = new URLSearchParams();
  const set = (name, value, usual) => { if (value !== usual) q.set(name, String(value)); };
  const list = (name, chosen) => { if (chosen.size) q.set(name, [...chosen].join(",")); };
  if (S.themeChosen) q.set("theme", S.theme);
  set("view", S.view, start.view);
  const usual = start.everything ? STANDINGS : ["actual"];
  if (S.modes.size !== usual.length || usual.some((how) => !S.modes.has(how))) q.set("modes", [...S.modes].join(","));
  for (const flag of ["reported", "inferred"]) set(flag, S[flag] ? 1 : 0, start.everything ? 1 : 0);
  list("types-off", S.offTypes);
  list("signs-off", S.offSigns);
  list("kinds-off", S.offKinds);
  list("sources-off", S.offSources);
  set("colour", S.colour, start.colour ?? "sign");
  set("actors", S.level, start.level);
  for (const name of ["holder", "factor", "group", "table"]) set(name, S[name], "");
  set("conf", S.conf, 0);
  set("as-of", S.asof ?? "", start.asof ?? "");
  set("undated", S.undated ? 1 : 0, 1);
  set("ego", S.ego === null ? "" : model.A.id[S.ego], start.ego === null ? "" : model.A.id[start.ego]);
  set("depth", S.depth, start.depth);
  set("lanes", S.bundle, start.bundle ?? "auto");
  if (S.sel?.kind === "pair") q.set("pair", S.sel.i.map((i) => model.A.id[i]).join(","));
  else if (S.sel) q.set(S.sel.kind, S.sel.kind === "actor" ? model.A.id[S.sel.i] : model.T.id[S.sel.i]);
  if (app.moved) q.set("at", [camera.x, camera.y].map((v) => Math.round(v)).join(",") + `,${camera.k.toFixed(3)}`);
  return q.toString();
}

/** Take the choices from an address; what is unknown is left out. */
export function fromHash(hash) {
  const { model, start } = app;
  const q = new URLSearchParams(hash.replace(/^#/, ""));
  const S = { ...initialState(start), theme: app.S?.theme ?? start.theme, themeChosen: app.S?.themeChosen };
  const has = (name) => q.has(name);
  const within = (name, allowed) => new Set((q.get(name) ?? "").split(",").filter((x) => allowed.includes(x)));
  if (["light", "dark"].includes(q.get("theme"))) Object.assign(S, { theme: q.get("theme"), themeChosen: true });
  if (["graph", "matrix", "summary"].includes(q.get("view"))) S.view = q.get("view");
  if (has("modes")) S.modes = within("modes", STANDINGS);
  for (const flag of ["reported", "inferred"]) if (has(flag)) S[flag] = q.get(flag) === "1";
  S.offTypes = within("types-off", Object.keys(model.types));
  S.offSigns = within("signs-off", Object.keys(K.signs));
  S.offKinds = within("kinds-off", [...new Set(model.A.kind)]);
  S.offSources = within("sources-off", model.sources.map(({ id }) => id));
  if (["sign", "source"].includes(q.get("colour"))) S.colour = q.get("colour");
  if (["main", "all"].includes(q.get("actors")) && model.main) S.level = q.get("actors");
  for (const name of ["holder", "factor", "group", "table"]) S[name] = q.get(name) ?? "";
  S.conf = Math.min(1, Math.max(0, Number(q.get("conf")) || 0));
  if (has("as-of")) S.asof = /^\d{4}-\d\d-\d\d$/.test(q.get("as-of")) ? q.get("as-of") : null;
  S.undated = q.get("undated") !== "0";
  const find = (column, id) => { const i = column.indexOf(id); return i < 0 ? null : i; };
  if (has("ego")) S.ego = find(model.A.id, q.get("ego"));
  if (has("depth")) S.depth = Math.min(3, Math.max(1, Number(q.get("depth")) || 1));
  if (["auto", "each", "pairs"].includes(q.get("lanes"))) S.bundle = q.get("lanes");
  for (const [kind, ids] of [["actor", model.A.id], ["tie", model.T.id]]) {
    const i = has(kind) ? find(ids, q.get(kind)) : null;
    if (i !== null) S.sel = { kind, i };
  }
  const both = (q.get("pair") ?? "").split(",").map((id) => find(model.A.id, id));
  if (both.length === 2 && !both.includes(null)) S.sel = { kind: "pair", i: both };
  const at = (q.get("at") ?? "").split(",").map(Number);
  app.moved = at.length === 3 && at.every(Number.isFinite) && at[2] > 0;
  if (app.moved) Object.assign(app.camera, { x: at[0], y: at[1], k: at[2] });
  app.S = S;
}
