/** Taking it away: SVG and PNG of what is shown, and the layout as a file. */
import { K } from "../geometry/constants.js";
import { el, svg } from "./dom.js";
import { paint } from "./dots.js";
import { textWidth } from "../geometry/measure.js";
import { svgPen } from "./pen.js";
import { legendItems } from "./legend.js";
import { relationText } from "../geometry/relations.js";
import { app } from "../data/state.js";
import { captions, titleText } from "../panels/words.js";

const EDGE = 24;

/** What is drawn, to be put into a file, and its bounds. @returns {[SVGElement, number[]]} */
function drawing() {
  if (app.mode !== "dots") return [document.getElementById("world").cloneNode(true), app.bounds];
  const { clientWidth: w, clientHeight: h } = document.getElementById("stage");
  const pen = svgPen();
  paint(pen, app.dots, app.centres, { w, h, ratio: 1 });
  const clip = svg("clipPath", { id: "stage-edge" }, svg("rect", { width: w, height: h }));
  return [svg("g", {}, clip, svg("g", { "clip-path": "url(#stage-edge)" }, ...pen.nodes)), [0, 0, w, h]];
}

/** @returns {string} the shown drawing as a file of its own, with legend and caption */
export function svgText() {
  const { theme } = app.S;
  const palette = K.themes[theme];
  const [world, [l, t, r, b]] = drawing();
  const width = Math.max(r - l, 720) + 2 * EDGE;
  const shift = (width - (r - l)) / 2 - l;
  const legend = [];
  let [x, y] = [0, 0];
  for (const { marks, name } of legendItems(theme)) {
    const wide = 58 + textWidth(name, 12);
    if (x && x + wide > width - 2 * EDGE) [x, y] = [0, y + 24];
    legend.push(svg("g", { transform: `translate(${x} ${y})` }, ...marks, svg("text", { x: 38, y: 4, "font-size": 12, fill: palette.ink }, name)));
    x += wide;
  }
  const inner = width - 2 * EDGE;
  const title = foldText(titleText(), inner / 1.6);
  const said = app.model.headline.flatMap((text) => foldText(text, inner / 1.15));
  const notes = captions().flatMap((text) => foldText(text, inner));
  const head = EDGE + 22 * title.length + 17 * said.length + 14;
  const base = head + b - t + 30;
  const height = base + y + 24 + notes.length * 16 + EDGE;
  for (const node of world.querySelectorAll(".ring[visibility=hidden]")) node.remove();
  for (const node of world.querySelectorAll(".dim")) node.setAttribute("opacity", "0.12");
  const who = app.summary?.who ?? app.model.A;
  for (const node of world.querySelectorAll("[data-line]")) {
    const { relation: r } = app.picture.lines[Number(node.dataset.line)];
    node.prepend(svg("title", {}, `${who.name[r.first]} ${relationText(r)} ${who.name[r.second]}`));
  }
  world.setAttribute("transform", `translate(${shift} ${head - t})`);
  world.removeAttribute("id");
  const file = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": K.font },
    svg("title", {}, titleText()),
    svg("rect", { width: "100%", height: "100%", fill: palette.bg }),
    ...title.map((text, k) => svg("text", { x: EDGE, y: EDGE + 12 + 22 * k, "font-size": 17, "font-weight": "bold", fill: palette.ink }, text)),
    ...said.map((text, k) => svg("text", { x: EDGE, y: EDGE + 10 + 22 * title.length + 17 * k, "font-size": 13, fill: palette.ink }, text)),
    world,
    svg("g", { transform: `translate(${EDGE} ${base})` }, ...legend),
    ...notes.map((text, k) => svg("text", { x: EDGE, y: base + y + 34 + k * 16, "font-size": 11.5, fill: palette.soft }, text)));
  return new XMLSerializer().serializeToString(file);
}

function foldText(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const joined = `${lines[lines.length - 1]} ${word}`.trim();
    if (lines[lines.length - 1] && textWidth(joined, 11.5) > width) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

const download = (blob, name) => {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 5000);
};

const fileName = (end) => `${app.model.title.normalize("NFKD").replace(/[^\w]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).toLowerCase() || "network"}${end}`;

export function saveSvg() {
  download(new Blob([svgText()], { type: "image/svg+xml" }), fileName(".svg"));
}

export async function savePng(scale = 2) {
  const canvas = await rasterise(svgText(), scale);
  canvas.toBlob((blob) => download(blob, fileName(".png")), "image/png");
}

async function rasterise(text, scale) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = el("canvas", { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function saveLayout() {
  const { model, arranged } = app;
  const place = ([x, y]) => [x, y].map((v) => Math.round(v * 10) / 10);
  const positions = Object.fromEntries(model.A.id.map((id, i) => [id, place(arranged.all[i])]));
  for (const i of model.main?.actors ?? []) positions[`main:${model.A.id[i]}`] = place(arranged.wide[i]);
  const text = JSON.stringify({ format: 1, title: model.title, positions }, null, 1);
  download(new Blob([text], { type: "application/json" }), fileName(".layout.json"));
}
