/** Drawing a picture as SVG elements, and marking what is selected. */
import { K } from "../geometry/constants.js";
import { outline } from "../geometry/boxes.js";
import { arrowHead, barOf, pointAt, strikeOf } from "../geometry/curves.js";
import { svg } from "./dom.js";
import { isDenied, isGhost, relationText, widthOf } from "../geometry/relations.js";

const num = (v) => Math.round(v * 10) / 10;
const pathOf = (points, x = 0, y = 0) => `M${points.map((p) => `${num(x + p[0])} ${num(y + p[1])}`).join("L")}Z`;

/** The outline of a box, its round parts as arcs. */
function shapeOf(shape, a, b, x, y) {
  const at = (dx, dy) => `${num(x + dx)} ${num(y + dy)}`;
  const arc = (r, dx, dy) => `A${num(r)} ${num(r)} 0 0 1 ${at(dx, dy)}`;
  if (shape === "stadium") return `M${at(b - a, -b)}L${at(a - b, -b)}${arc(b, a - b, b)}L${at(b - a, b)}${arc(b, b - a, -b)}Z`;
  const r = Math.min(b, 12);
  if (shape === "arch") return `M${at(-a, b)}L${at(-a, r - b)}${arc(r, r - a, -b)}L${at(a - r, -b)}${arc(r, a, r - b)}L${at(a, b)}Z`;
  return pathOf(outline(shape, a, b), x, y);
}

/** The fill and name of an actor kind. */
export function kindStyle(kind, theme) {
  const known = K.kinds[kind] ?? { ...K.kinds.Group, name: kind };
  return { ...known, fill: known[theme] };
}

/** @returns {SVGElement[]} the box of a kind */
export function figure(style, a, b, x, y, palette) {
  const out = [svg("path", { d: shapeOf(style.shape, a, b, x, y), fill: style.fill, stroke: palette.edge,
    "stroke-width": 1.2, "stroke-dasharray": style.dashed ? "4 3" : null })];
  if (style.shape === "bars") {
    for (const side of [-1, 1]) {
      out.push(svg("path", { d: `M${num(x + side * (a - 5))} ${num(y - b)}v${num(2 * b)}`, stroke: palette.edge }));
    }
  }
  return out;
}

/** @returns {SVGElement[]} one line; what is not a fact is hollow */
export function strokes(d, { tone, ghost, width }, palette) {
  const dash = K.dashes[tone] || null;
  if (!ghost) return [svg("path", { d, fill: "none", stroke: palette[tone], "stroke-width": num(width), "stroke-dasharray": dash })];
  return [
    svg("path", { d, fill: "none", stroke: palette[tone], "stroke-width": 4.2, "stroke-opacity": 0.55, "stroke-dasharray": dash }),
    svg("path", { d, fill: "none", stroke: palette.bg, "stroke-width": 2.4 }),
  ];
}

/** The colour of a source. */
export const tintOf = (k, theme) => K.tints[k % K.tints.length][theme === "dark" ? 1 : 0];

/** The end of a line: an arrowhead, or a bar where it limits. */
function endOf(c, tone, width, fill, colour) {
  const w = Math.min(width, 5);
  if (tone !== 2) return svg("path", { d: pathOf(arrowHead(c, w)), fill, stroke: colour });
  const [p, q] = barOf(c, w);
  return svg("path", { d: `M${num(p[0])} ${num(p[1])}L${num(q[0])} ${num(q[1])}`, stroke: colour, "stroke-width": 3 });
}

/** What is denied is crossed out; one stroke where only its mode is negated. */
function negationOf(r, c) {
  const [x, y] = pointAt(c, 0.12);
  if (isDenied(r)) return `M${num(x - 4)} ${num(y - 4)}l8 8m0 -8l-8 8`;
  const [p, q] = strikeOf(c);
  return `M${num(p[0])} ${num(p[1])}L${num(q[0])} ${num(q[1])}`;
}

function lineOf(line, index, palette) {
  const { relation: r, curve: c } = line;
  const n = c.map(num);
  const d = `M${n[0]} ${n[1]}C${n[2]} ${n[3]} ${n[4]} ${n[5]} ${n[6]} ${n[7]}`;
  const ghost = isGhost(r);
  const width = widthOf(r);
  const colour = palette[r.tone];
  const out = [...strokes(d, { tone: r.tone, ghost, width }, palette)];
  if (!r.symmetric) out.push(endOf(c, r.tone, width, ghost ? palette.bg : colour, colour));
  if (r.negated) out.push(svg("path", { d: negationOf(r, c), stroke: palette.ink, "stroke-width": 1.8 }));
  return svg("g", { class: "tie", "data-line": index }, ...out);
}

function labelOf(line, index, palette) {
  if (!line.label) return null;
  const { plate, text, way, lean } = line.label;
  const colour = palette[line.relation.tone];
  return svg("g", { class: "tie label", "data-line": index,
    transform: `translate(${num(plate.x)} ${num(plate.y)}) rotate(${num((plate.angle * 180) / Math.PI)})` },
  svg("rect", { x: num(-plate.w), y: num(-plate.h), width: num(2 * plate.w), height: num(2 * plate.h), rx: 3, fill: palette.bg,
    "fill-opacity": 0.9 }),
  way !== 0 && svg("path", { d: "M3 0l-6 -3.2v6.4z", fill: colour,
    transform: `translate(${num(way * (plate.w - 5))} 0) rotate(${num((lean * 180) / Math.PI)})` }),
  svg("text", { x: -way * 4, y: num(K.sizes.tie * 0.35), "font-size": K.sizes.tie, "text-anchor": "middle", fill: colour,
    "font-style": isGhost(line.relation) ? "italic" : null }, text));
}

function actorOf(i, name, kind, box, [x, y], palette, theme) {
  const style = kindStyle(kind, theme);
  const first = y - (box.lines.length - 1) * box.font * 0.6 + box.font * 0.36;
  return svg("g", { class: "actor", "data-actor": i },
    svg("path", { class: "ring", d: shapeOf(box.shape, box.a + 5, box.b + 5, x, y), fill: "none", stroke: palette.mark,
      "stroke-width": 2.2, visibility: "hidden" }),
    ...figure(style, box.a, box.b, x, y, palette),
    svg("text", { "font-size": box.font, "font-weight": box.font > K.sizes.actor[0] ? "bold" : null, "text-anchor": "middle",
      fill: style.invert ? palette.bg : palette.ink },
    ...box.lines.map((text, row) => svg("tspan", { x: num(x), y: num(first + row * box.font * 1.2) }, text))));
}

/** Put a picture into a group. @param {{name: string[], kind: string[]}} who names and kinds of actors */
export function drawPicture(world, picture, who, theme) {
  const base = K.themes[theme];
  const inked = ({ relation: r }) => (r.tint === undefined ? base : { ...base, [r.tone]: tintOf(r.tint, theme) });
  const palette = base;
  world.replaceChildren(
    svg("g", {}, ...picture.lines.map((line, i) => lineOf(line, i, inked(line)))),
    svg("g", {}, ...picture.present.map((i) =>
      actorOf(i, who.name[i], who.kind[i], picture.boxes[i], picture.centres[i], palette, theme))),
    svg("g", {}, ...picture.lines.map((line, i) => labelOf(line, i, inked(line))).filter(Boolean)),
  );
}

/**
 * Dim all but the chosen. @param {(relation: any) => boolean} [keep] lines that stay @param {(relation: any) => boolean} [hot]
 * the very one @param {number | null} ring actor that gets a ring
 */
export function mark(world, picture, keep, hot, ring) {
  const near = new Set(ring === null ? [] : [ring]);
  if (keep) {
    for (const { relation: r } of picture.lines) if (keep(r)) near.add(r.first).add(r.second);
  }
  for (const node of world.querySelectorAll(".tie")) {
    const { relation } = picture.lines[Number(node.dataset.line)];
    node.classList.toggle("dim", Boolean(keep) && !keep(relation));
    node.classList.toggle("hot", Boolean(hot?.(relation)));
  }
  for (const node of world.querySelectorAll(".actor")) {
    const i = Number(node.dataset.actor);
    node.classList.toggle("dim", Boolean(keep) && !near.has(i));
    node.querySelector(".ring").setAttribute("visibility", ring === i ? "visible" : "hidden");
  }
}
