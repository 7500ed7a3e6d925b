/** A canvas context that writes SVG instead: only what dots.js draws with. Both pens draw the same picture. */
import { el, svg } from "./dom.js";

const trim = (v) => Math.round(v * 10) / 10;

/** @returns {any} a pen with `nodes`, the elements drawn so far */
export function svgPen() {
  const ruler = el("canvas").getContext("2d");
  let d = "";
  let circle = null;
  const size = () => /([\d.]+)px/.exec(pen.font)[1];
  const text = (props) => (words, x, y) => pen.nodes.push(svg("text", { x: trim(x), y: trim(y), "font-size": size(),
    "text-anchor": "middle", ...props() }, words));
  const line = () => ({ stroke: pen.strokeStyle, "stroke-width": trim(pen.lineWidth), "stroke-opacity": pen.globalAlpha < 1 ? trim(pen.globalAlpha * 10) / 10 : null });
  const pen = {
    nodes: [], font: "12px Arial", globalAlpha: 1, lineWidth: 1, fillStyle: "", strokeStyle: "", dash: [],
    setTransform() {},
    fillRect() {},
    beginPath() { d = ""; circle = null; },
    moveTo(x, y) { d += `M${trim(x)} ${trim(y)}`; },
    lineTo(x, y) { d += `L${trim(x)} ${trim(y)}`; },
    arc(x, y, r) { circle = { cx: trim(x), cy: trim(y), r: trim(r) }; },
    setLineDash(dash) { pen.dash = dash; },
    fill() { if (circle) pen.nodes.push(svg("circle", { ...circle, fill: pen.fillStyle })); },
    stroke() {
      if (circle) for (const [name, value] of Object.entries(line())) { if (value !== null) pen.nodes.at(-1).setAttribute(name, value); }
      else if (d) pen.nodes.push(svg("path", { d, fill: "none", ...line(), "stroke-dasharray": pen.dash.join(" ") || null }));
    },
    measureText(words) { ruler.font = pen.font; return ruler.measureText(words); },
    strokeText: text(() => ({ fill: "none", stroke: pen.strokeStyle, "stroke-width": pen.lineWidth, "stroke-linejoin": "round" })),
    fillText: text(() => ({ fill: pen.fillStyle })),
  };
  return pen;
}
