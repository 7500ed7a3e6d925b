/** The words that keep a tie from being taken for fact: on every hit, row, tip and announcement. */
import { el } from "../drawing/dom.js";
import { human, standingWord } from "../geometry/relations.js";
import { standing } from "./select.js";

/** @returns {string[]} how it stands, who vouches for it */
export function badgeWords(T, t) {
  const words = [standingWord(T.mode[t], T.negated[t])].filter(Boolean);
  if (T.inferred[t]) words.push("inferred");
  if (!T.endorsed[t]) words.push("reported");
  return words;
}

export const badges = (T, t) => badgeWords(T, t).flatMap((word) =>
  [el("span", { class: `badge ${standing(T, t) === "actual" ? "" : "no-fact"}` }, word), " "]);

/** @returns {string} one line of who does what to whom */
export const sentence = (model, t) =>
  `${model.A.name[model.T.source[t]]} ${human(model.T.type[t])} ${model.A.name[model.T.target[t]]}`;

/** The same with its badges in front, for a screen reader. */
export const told = (model, t) => [badgeWords(model.T, t).join(", "), sentence(model, t)].filter(Boolean).join(": ");
