/** What is said about the picture: above it how much is shown, under it what it is and what it leaves out. */
import { byId, count, el } from "../drawing/dom.js";
import { app } from "../data/state.js";

/** Say under the picture and above it what is shown. */
export function say() {
  byId("status").textContent = counted();
  byId("title").textContent = titleText();
  byId("headline").hidden = !app.model.headline.length || app.S.ego !== null;
  document.title = titleText();
  byId("level").hidden = !app.model.main || app.S.view !== "graph" || app.S.ego !== null;
  byId("level").setAttribute("aria-pressed", String(app.S.level === "all"));
  byId("lines").hidden = app.mode !== "boxes";
  byId("lines").setAttribute("aria-pressed", String(!app.picture?.bundled));
  byId("caption").replaceChildren(...captions().map((text) => el("p", {}, text)));
  for (const view of ["graph", "matrix", "summary"]) byId(`view-${view}`).setAttribute("aria-pressed", String(app.S.view === view));
}

/** @returns {string[]} the lines under the picture */
export const captions = () => {
  const { S, model } = app;
  const many = model.n - (model.main?.actors.length ?? 0);
  const hidden = [!S.reported && "what the author only reports", !S.inferred && "the coder’s inferences",
    S.modes.size === 1 && S.modes.has("actual") && "what is denied, sought, feared, expected or conditional"].filter(Boolean);
  const bundled = app.picture?.lines.some(({ relation }) => relation.bundled);
  const drawn = { summary: "actors taken together", matrix: "a matrix", dots: "dots, ties bundled by direction and sign" }[app.mode]
    ?? (bundled ? `one line for each of ${count(pairsDrawn(), "pair")}: its width and its numbers say how often`
      : `${count(app.picture.lines.length, "line")}; repeated mentions are one line with their number (×)`);
  const cut = app.summary?.left ?? app.dots?.left ?? app.matrix?.left ?? 0;
  return [
    `Drawn: ${counted()}, ${drawn}.`
      + (S.level === "main" && app.mode === "boxes" && S.ego === null ? ` Only the main actors: those of whom most is said; ${many} more with “All actors”.` : "")
      + (cut ? ` Only the strongest are drawn; ${cut.toLocaleString("en")} are not.` : "")
      + (S.asof ? ` As of ${S.asof}${S.undated ? "" : ", without undated ties"}.` : "")
      + (S.ego !== null ? ` Within ${S.depth} of ${model.A.name[S.ego]}.` : "")
      + (hidden.length ? ` Left out: ${hidden.join("; ")}.` : ""),
    ...model.caption,
  ];
};

/** @returns {string} how much is drawn, as the command line says it */
function counted() {
  const { model, shown } = app;
  const seen = new Set(shown.flatMap((t) => [model.T.source[t], model.T.target[t]]));
  if (app.S.ego !== null) seen.add(app.S.ego);
  return `${seen.size.toLocaleString("en")} of ${count(model.n, model.everything ? "node" : "actor")}, ${shown.length.toLocaleString("en")} of ${count(model.m, "tie")}`;
}

const pairsDrawn = () => new Set(app.picture.lines.map(({ relation: r }) => `${Math.min(r.first, r.second)} ${Math.max(r.first, r.second)}`)).size;

/** @returns {string} the title, and what of the network is seen, as in Python (view/headline.py) */
export function titleText() {
  const { S, model } = app;
  const name = S.ego === null ? "" : model.A.name[S.ego];
  const within = name && (S.depth === 1 ? `${name} and its neighbours` : `within ${S.depth} steps of ${name}`);
  const seen = [within, S.asof && `as of ${S.asof}`].filter(Boolean).join(", ");
  return seen ? `${model.title}: ${seen}` : model.title;
}
