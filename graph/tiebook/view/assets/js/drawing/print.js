/** On paper: all of the drawing at any size, with title, legend and caption; the window's zoom does not count. */
import { byId } from "./dom.js";
import { app } from "../data/state.js";
import { applyCamera } from "./stage.js";

export function setupPrint() {
  const paper = matchMedia("print");
  const turn = (on) => {
    if (app.mode === "dots") return;
    const drawing = byId("drawing");
    applyCamera(); // a movement that has not come to rest would else be drawn over the paper
    if (!on) return drawing.removeAttribute("viewBox");
    const [l, t, r, b] = app.bounds;
    drawing.style.transform = "none";
    byId("world").removeAttribute("transform");
    return drawing.setAttribute("viewBox", `${l - 8} ${t - 8} ${r - l + 16} ${b - t + 16}`);
  };
  paper.addEventListener("change", () => turn(paper.matches));
  window.addEventListener("beforeprint", () => turn(true));
  window.addEventListener("afterprint", () => turn(false));
}
