/** All that is shown between two actors: cooperative against hostile, each statement with its badges. */
import { K } from "../geometry/constants.js";
import { count, el, foreign } from "../drawing/dom.js";
import { app } from "../data/state.js";

/** @param {[number, number]} pair @returns {number[]} the shown ties of two actors */
export const pairTies = ([a, b]) => {
  const { T } = app.model;
  return app.shown.filter((t) => (T.source[t] === a && T.target[t] === b) || (T.source[t] === b && T.target[t] === a));
};

const byTone = (ties) => K.order.map((tone) => [tone, ties.filter((t) => app.model.T.tone[t] === tone)]).filter(([, of]) => of.length);

/** @returns {string} "18 cooperative, 5 hostile" */
export const toneCounts = (ties) => byTone(ties).map(([tone, of]) => `${of.length} ${K.signs[tone]}`).join(", ");

/** @param {(ties: number[]) => Node} rows makes the list of statements */
export function pairDetail(model, pair, rows) {
  const ties = pairTies(pair);
  return [
    el("h2", {}, foreign(model.A.name[pair[0]]), " – ", foreign(model.A.name[pair[1]])),
    el("p", {}, `${count(ties.length, "statement")} shown: ${toneCounts(ties)}`),
    ...byTone(ties).flatMap(([tone, of]) => [el("h3", {}, `${K.signs[tone]} (${of.length})`), rows(of)]),
  ];
}
