/** What the styles mean, of those that occur: under the picture on a phone and in print, and in saved files. */
import { K } from "../geometry/constants.js";
import { byId, el, svg } from "./dom.js";
import { figure, kindStyle, strokes, tintOf } from "./draw.js";
import { isDenied, isGhost, standingWord } from "../geometry/relations.js";
import { sourcesOf } from "../data/sources.js";
import { app } from "../data/state.js";

export function toneMark(tone, palette) {
  const hue = app.S.colour === "source" ? palette.ink : palette[tone]; // then only the dash tells the sign
  return [...strokes("M0 0H23", { tone, ghost: false, width: 2 }, { ...palette, [tone]: hue }),
    Number(tone) === 2 ? svg("path", { d: "M23 -6v12", stroke: hue, "stroke-width": 3 }) : svg("path", { d: "M31 0l-8 -3.6v7.2z", fill: hue })];
}

/** The line of what is not a fact: crossed out where it is denied, with one stroke where its mode is negated. */
export const hollow = (how, palette) => [
  ...strokes("M0 0H31", { tone: "1", ghost: true }, { ...palette, 1: palette.ink }),
  how && svg("path", { d: how === "denied" ? "M11 -4l8 8m0 -8l-8 8" : "M12 5.2l6 -10.4", stroke: palette.ink, "stroke-width": 1.8 }),
].filter(Boolean);

/** @returns {{marks: SVGElement[], name: string}[]} */
export function legendItems(theme) {
  const palette = K.themes[theme];
  const items = [];
  const lines = app.picture?.lines ?? [];
  for (const tone of K.order) {
    if (lines.length && !lines.some(({ relation }) => relation.tone === tone)) continue;
    items.push({ name: K.signs[tone], marks: toneMark(tone, palette) });
  }
  if (app.S.colour === "source") {
    sourcesOf(app.model).forEach((id, k) => items.push({ name: app.model.sources.find((s) => s.id === id).name,
      marks: [svg("path", { d: "M0 0H31", stroke: tintOf(k, theme), "stroke-width": 4 })] }));
  }
  if (lines.some(({ relation }) => relation.symmetric)) {
    items.push({ name: "no arrow: mutual, or both ways", marks: [svg("path", { d: "M0 0H31", stroke: palette.ink, "stroke-width": 1.6 })] });
  }
  if (lines.some(({ relation }) => isGhost(relation))) {
    items.push({ name: "hollow: not a fact", marks: hollow("", palette) });
  }
  if (lines.some(({ relation }) => isDenied(relation))) items.push({ name: "denied", marks: hollow("denied", palette) });
  const struck = new Set(lines.filter(({ relation: r }) => r.negated && !isDenied(r)).map(({ relation: r }) => standingWord(r.mode, true)));
  if (struck.size) items.push({ name: [...struck].sort().join(", "), marks: hollow("not", palette) });
  const who = app.summary ? app.summary.who.kind : app.model.A.kind;
  for (const kind of new Set(app.field().present.map((i) => who[i]))) {
    const style = kindStyle(kind, theme);
    items.push({ name: style.name, marks: app.mode === "dots"
      ? [svg("circle", { cx: 15, cy: 0, r: 8, fill: style.fill, stroke: palette.edge })] : figure(style, 15, 8, 15, 0, palette) });
  }
  return items;
}

export function renderLegend() {
  byId("legend").replaceChildren(...legendItems(app.S.theme).map(({ marks, name }) => el("span", {},
    svg("svg", { width: 34, height: 20, viewBox: "-1 -10 34 20", "aria-hidden": "true" }, ...marks), name)));
}
