/** What a click would open, shown before it: beside the mouse, never over what it points at. */
import { K } from "../geometry/constants.js";
import { badges, sentence } from "../data/badges.js";
import { pairTies, toneCounts } from "./pair.js";
import { byId, count, el, foreign } from "../drawing/dom.js";
import { hitAt } from "../drawing/hit.js";
import { human } from "../geometry/relations.js";
import { app } from "../data/state.js";

const MOST = 5;

/** @returns {Node[] | null} */
function content(target, x, y) {
  const { model, mode, picture } = app;
  if (!picture || (mode !== "boxes" && mode !== "summary")) return null;
  const found = hitAt(picture, x, y, false);
  if (!found) return null;
  if (mode === "summary") return found.actor === undefined ? null : [foreign(app.summary.who.name[found.actor], "b")];
  if (found.actor !== undefined) {
    const i = found.actor;
    const shown = app.shown.filter((t) => model.T.source[t] === i || model.T.target[t] === i);
    return [foreign(model.A.name[i], "b"), el("p", {}, `${K.kinds[model.A.kind[i]]?.name ?? human(model.A.kind[i])} · ${count(shown.length, "tie")} shown of ${model.at[i].length}`)];
  }
  const { relation: r } = picture.lines[found.line];
  return r.bundled ? pairTip(r) : tiesTip(r.ties);
}

function pairTip(r) {
  const { model } = app;
  const ties = pairTies([r.first, r.second]);
  return [el("b", {}, foreign(model.A.name[r.first]), " – ", foreign(model.A.name[r.second])), el("p", {}, toneCounts(ties)), ...tiesTip(r.ties)];
}

function tiesTip(ties) {
  const { model } = app;
  const rest = ties.length - MOST;
  return [...ties.slice(0, MOST).map((t) => el("p", {}, ...badges(model.T, t), " ", foreign(sentence(model, t)),
    ties.length === 1 && model.T.quote[t] && el("q", { dir: "auto" }, model.T.quote[t]))),
  rest > 0 && el("p", { class: "soft" }, `and ${rest} more`)].filter(Boolean);
}

export function setupTip() {
  const [stage, tip] = [byId("stage"), byId("tip")];
  const hide = () => { tip.hidden = true; };
  stage.addEventListener("pointerleave", hide);
  stage.addEventListener("pointerdown", hide);
  stage.addEventListener("wheel", hide, { passive: true });
  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons) return hide();
    const box = stage.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const found = content(event.target, x, y);
    stage.classList.toggle("over", Boolean(found));
    tip.hidden = !found;
    if (!found) return undefined;
    tip.replaceChildren(...found);
    tip.style.left = `${Math.max(4, Math.min(x + 14, box.width - tip.offsetWidth - 4))}px`;
    tip.style.top = `${y + 18 + tip.offsetHeight < box.height ? y + 18 : Math.max(4, y - 14 - tip.offsetHeight)}px`;
    return undefined;
  });
}
