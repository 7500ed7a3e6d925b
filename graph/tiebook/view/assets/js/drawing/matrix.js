/** The network as a matrix: rows act on columns; blue and vermilion tell the sign, a split cell has both. */
import { K } from "../geometry/constants.js";
import { svg } from "./dom.js";
import { groupsOf } from "./summary.js";

const MOST_CELLS = 220;
const SIDE = 16;
const HEAD = 150;

/** @returns {{order: number[], cells: Map<number, number[]>, left: number}} cells by row * order.length + column */
export function matrixOf(model, ties, by) {
  const degree = new Map();
  const count = (i) => degree.set(i, (degree.get(i) ?? 0) + 1);
  for (const t of ties) {
    count(model.T.source[t]);
    count(model.T.target[t]);
  }
  const { of } = groupsOf(model, by);
  const all = [...degree.keys()].sort((i, j) => degree.get(j) - degree.get(i) || i - j);
  const order = all.slice(0, MOST_CELLS).sort((i, j) => of[i] - of[j] || degree.get(j) - degree.get(i) || i - j);
  const place = new Map(order.map((i, k) => [i, k]));
  const cells = new Map();
  for (const t of ties) {
    const [a, b] = [model.T.source[t], model.T.target[t]];
    const both = model.symmetric(model.T.type[t]) ? [[a, b], [b, a]] : [[a, b]];
    for (const [p, q] of both) {
      if (!place.has(p) || !place.has(q)) continue;
      const key = place.get(p) * order.length + place.get(q);
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(t);
    }
  }
  const breaks = order.flatMap((i, k) => (k && of[i] !== of[order[k - 1]] ? [k] : []));
  return { order, cells, breaks, left: all.length - order.length };
}

/** Where a cell lies, by column and row. */
export const cellAt = (matrix, x, y) => {
  const [column, row] = [Math.floor((x - HEAD) / SIDE), Math.floor((y - HEAD) / SIDE)];
  const n = matrix.order.length;
  return column >= 0 && row >= 0 && column < n && row < n ? [row, column] : null;
};

/** The middle of a cell. */
export const cellCentre = ([row, column]) => [HEAD + (column + 0.5) * SIDE, HEAD + (row + 0.5) * SIDE];

export function matrixBounds(matrix) {
  const side = HEAD + matrix.order.length * SIDE;
  return [0, 0, side + 10, side + 10];
}

/** Draw it; a batch of cells is one path, so that thousands cost little. */
export function drawMatrix(world, matrix, model, theme, cursor) {
  const palette = K.themes[theme];
  const n = matrix.order.length;
  const side = n * SIDE;
  const batch = new Map();
  const counts = [];
  for (const [key, ties] of matrix.cells) {
    const [row, column] = [Math.floor(key / n), key % n];
    const [x, y] = [HEAD + column * SIDE, HEAD + row * SIDE];
    const signs = [1, 0, -1, 2].filter((s) => ties.some((t) => model.T.tone[t] === s));
    const strength = Math.min(3, ties.length);
    signs.forEach((sign, k) => {
      const name = `${sign} ${strength}`;
      const wide = (SIDE - 1) / signs.length;
      batch.set(name, `${batch.get(name) ?? ""}M${x + k * wide} ${y}h${wide}v${SIDE - 1}h${-wide}z`);
    });
    if (ties.length > 1 && n <= 90) counts.push([x + SIDE / 2 - 0.5, y + SIDE / 2 + 3, ties.length]);
  }
  const lines = [0, ...matrix.breaks, n].map((k) => `M${HEAD + k * SIDE - 0.5} ${HEAD}v${side}M${HEAD} ${HEAD + k * SIDE - 0.5}h${side}`);
  const short = (i) => { const name = model.A.name[i]; return name.length > 24 ? `${name.slice(0, 23)}…` : name; };
  world.replaceChildren(
    svg("path", { d: `M${HEAD} ${HEAD}l${side} ${side}`, stroke: palette.line }),
    ...[...batch].map(([name, d]) => {
      const [sign, strength] = name.split(" ");
      return svg("path", { d, fill: palette[sign], "fill-opacity": [0, 0.5, 0.72, 1][strength] });
    }),
    svg("path", { d: lines.join(""), stroke: palette.soft, "stroke-width": 0.7 }),
    svg("g", { fill: palette.bg, "font-size": 9, "text-anchor": "middle", "font-weight": "bold" },
      ...counts.map(([x, y, c]) => svg("text", { x, y }, c > 99 ? "99+" : c))),
    svg("g", { fill: palette.ink, "font-size": 10.5 },
      ...matrix.order.map((i, k) => svg("text", { x: HEAD - 5, y: HEAD + k * SIDE + 11, "text-anchor": "end", "data-actor": i }, short(i))),
      ...matrix.order.map((i, k) => svg("text", { transform: `translate(${HEAD + k * SIDE + 11} ${HEAD - 5}) rotate(-90)`, "data-actor": i },
        short(i)))),
    svg("text", { x: 6, y: 16, "font-size": 10.5, fill: palette.soft }, "rows act on columns"),
  );
  if (cursor) {
    world.append(svg("rect", { x: HEAD + cursor[1] * SIDE - 2, y: HEAD + cursor[0] * SIDE - 2, width: SIDE + 3, height: SIDE + 3,
      fill: "none", stroke: palette.mark, "stroke-width": 2 }));
  }
}
