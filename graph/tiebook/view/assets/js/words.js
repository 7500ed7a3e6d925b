/** What is said about the picture: above it how much is shown, under it what it is and what it leaves out. */
import { byId, count, el } from "./dom.js";
import { app } from "./state.js";

/** Say under the picture and above it what is shown. */
export function say() {
  byId("status").textContent = statusText();
  byId("caption").replaceChildren(...captions().map((text) => el("p", {}, text)));
  for (const view of ["graph", "matrix", "summary"]) byId(`view-${view}`).setAttribute("aria-pressed", String(app.S.view === view));
}

/** @returns {string[]} the lines under the picture */
export const captions = () => {
  const { S, model } = app;
  const hidden = [!S.reported && "what the author only reports", !S.inferred && "the coder’s inferences",
    S.modes.size === 1 && S.modes.has("actual") && "what is denied, sought, feared, expected or conditional"].filter(Boolean);
  const drawn = { summary: "actors taken together", matrix: "a matrix", dots: "dots, ties bundled by direction and sign" }[app.mode]
    ?? `${count(app.picture.lines.length, "line")}; repeated mentions are one line with their number (×)`;
  const cut = app.summary?.left ?? app.dots?.left ?? app.matrix?.left ?? 0;
  return [
    `Drawn: ${count(app.shown.length, "tie")} of ${model.m.toLocaleString("en")} as ${drawn}.`
      + (cut ? ` Only the strongest are drawn; ${cut.toLocaleString("en")} are not.` : "")
      + (S.asof ? ` As of ${S.asof}${S.undated ? "" : ", without undated ties"}.` : "")
      + (S.ego !== null ? ` Within ${S.depth} of ${model.A.name[S.ego]}.` : "")
      + (hidden.length ? ` Left out: ${hidden.join("; ")}.` : ""),
    ...model.caption,
  ];
};

function statusText() {
  const { model, shown } = app;
  const seen = new Set(shown.flatMap((t) => [model.T.source[t], model.T.target[t]]));
  return `${seen.size.toLocaleString("en")} of ${count(model.n, model.everything ? "node" : "actor")} · ${shown.length.toLocaleString("en")} of ${count(model.m, "tie")}`;
}
