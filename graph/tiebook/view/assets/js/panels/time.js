/** The date: a slider over months with a histogram of beginnings, an exact day, and what to do with undated ties. */
import { K } from "../geometry/constants.js";
import { keepPosition } from "../data/changes.js";
import { byId, svg } from "../drawing/dom.js";
import { inForce } from "../data/select.js";
import { app } from "../data/state.js";

const BEAT = 300; // ms that a date stays while playing
const YEAR = 34; // px that the label of a year needs
const BEATS = 80; // so many dates at most from the first to the last
let playing = 0;

const months = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const lastDay = (month) => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);

/** @returns {[number, number] | null} first and last month that any tie names */
export function timeSpan({ T, m }) {
  let [low, high] = [Infinity, -Infinity];
  for (let t = 0; t < m; t += 1) {
    for (const day of [T.since_earliest[t], T.until_latest[t], T.since_latest[t]]) {
      if (!day) continue;
      low = Math.min(low, months(day));
      high = Math.max(high, months(day));
    }
  }
  return low <= high ? [low, high] : null;
}

export function setupTime() {
  const { model } = app;
  const span = timeSpan(model);
  byId("time").hidden = !span;
  if (!span) return;
  const slider = byId("as-of");
  const day = byId("day");
  slider.min = span[0];
  slider.max = span[1] + 1;
  let later = 0; // the drawing of a date that was chosen, while it is to come
  const draw = () => {
    clearTimeout(later);
    later = 0;
    app.update();
  };
  let fresh = true; // whether a change has ended: the next one is told against what is shown then
  const choose = (value, playing = false) => {
    if (!playing) stop();
    if (fresh || playing) {
      if (later) draw();
      keepPosition();
    }
    fresh = false;
    app.S.asof = value;
    syncTime();
    clearTimeout(later);
    later = setTimeout(draw, model.m > 3000 ? 80 : 0);
  };
  slider.addEventListener("input", () => choose(Number(slider.value) > span[1] ? null : lastDay(Number(slider.value))));
  slider.addEventListener("change", () => { fresh = true; });
  day.addEventListener("change", () => { fresh = true; choose(day.value || null); fresh = true; });
  byId("all-dates").addEventListener("click", () => { fresh = true; choose(null); fresh = true; });
  byId("undated").addEventListener("change", (event) => {
    app.S.undated = event.target.checked;
    app.update();
  });
  const month = () => (app.S.asof ? months(app.S.asof) : Infinity);
  const next = (step) => {
    const to = month() + step;
    choose(to > span[1] ? null : lastDay(to), true);
    if (to > span[1]) stop();
  };
  byId("play").addEventListener("click", () => {
    if (playing) return stop();
    if (month() >= span[1]) choose(lastDay(span[0]), true);
    playing = setInterval(next, BEAT, Math.max(1, Math.ceil((span[1] - span[0]) / BEATS)));
    return press(true);
  });
  const undated = Array.from({ length: model.m }, (_, t) => t).filter((t) => inForce(model.T, t, "9999-12-31") === "undated").length;
  byId("undated-count").textContent = `undated ties (${undated.toLocaleString("en")} of ${model.m.toLocaleString("en")})`;
  histogram(model, span);
}

function stop() {
  clearInterval(playing);
  playing = 0;
  press(false);
}

function press(on) {
  byId("play").textContent = on ? "❚❚ Pause" : "▶ Play";
  byId("play").setAttribute("aria-pressed", String(on));
}

/** Make the controls say what is chosen. */
export function syncTime() {
  const { S } = app;
  const slider = byId("as-of");
  slider.value = S.asof ? months(S.asof) : slider.max;
  slider.setAttribute("aria-valuetext", S.asof ? `as of ${S.asof}` : "all dates");
  byId("day").value = S.asof ?? "";
  byId("all-dates").setAttribute("aria-pressed", String(!S.asof));
  byId("undated").checked = S.undated;
}

const sum = (c) => c["1"] + c["0"] + c["-1"] + c["2"];

/** The years under the slider, every one, fifth, tenth...: as many as can be read. */
function years(low, high) {
  const [first, last] = [Math.ceil(low / 12), Math.floor(high / 12)];
  const width = byId("years").getBoundingClientRect().width || 400;
  const room = Math.min(9, width / YEAR);
  const step = [1, 2, 5, 10, 20, 50, 100].find((years_) => (last - first) / years_ <= room) ?? 200;
  const marks = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) marks.push([year, (year * 12 - low) / (high - low)]);
  if (!marks.length) marks.push([Math.floor(low / 12), 0]);
  // the labels at both ends are moved inwards, and could meet the next ones
  const middle = ([, at]) => (at < 0.005 ? YEAR / 2 : at > 0.98 ? at * width - YEAR / 2 : at * width);
  const clear = marks.filter((mark, k) => !k || middle(mark) - middle(marks[k - 1]) >= YEAR);
  byId("years").replaceChildren(...clear.map(([year, at]) => svg("text", { x: `${(at * 100).toFixed(2)}%`, y: 11,
    "text-anchor": at < 0.005 ? "start" : at > 0.98 ? "end" : "middle" }, year)));
}

function histogram({ T, m }, [low, high]) {
  const bins = 72;
  const height = 22;
  const counts = Array.from({ length: bins }, () => ({ "1": 0, "0": 0, "-1": 0, "2": 0 }));
  for (let t = 0; t < m; t += 1) {
    const from = T.since_earliest[t] ?? T.until_earliest[t];
    if (from) counts[Math.min(bins - 1, Math.floor(((months(from) - low) / (high - low + 1)) * bins))][T.tone[t]] += 1;
  }
  const most = Math.max(...counts.map((c) => sum(c)));
  const bars = counts.flatMap((c, k) => {
    let y = height;
    return Object.keys(K.signs).filter((s) => c[s]).map((s) => {
      const tall = (Math.sqrt((sum(c)) / most) * height * c[s]) / (sum(c));
      y -= tall;
      return svg("rect", { x: k, y, width: 0.85, height: tall, class: `s${s}` });
    });
  });
  const box = byId("histogram");
  box.setAttribute("viewBox", `0 0 ${bins} ${height}`);
  box.replaceChildren(...bars);
  years(low, high + 1);
  new ResizeObserver(() => years(low, high + 1)).observe(byId("years"));
}
