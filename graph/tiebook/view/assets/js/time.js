/** The date: a slider over months with a histogram of beginnings, an exact day, and what to do with undated ties. */
import { K } from "./constants.js";
import { byId, svg } from "./dom.js";
import { app } from "./state.js";

const BEAT = 300; // ms that a date stays while playing
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
  let later = 0;
  const choose = (value, playing = false) => {
    if (!playing) stop();
    app.S.asof = value;
    syncTime();
    clearTimeout(later);
    later = setTimeout(() => app.update(), model.m > 3000 ? 80 : 0);
  };
  slider.addEventListener("input", () => choose(Number(slider.value) > span[1] ? null : lastDay(Number(slider.value))));
  day.addEventListener("change", () => choose(day.value || null));
  byId("all-dates").addEventListener("click", () => choose(null));
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

function histogram({ T, m }, [low, high]) {
  const bins = 72;
  const height = 22;
  const counts = Array.from({ length: bins }, () => ({ "1": 0, "0": 0, "-1": 0 }));
  for (let t = 0; t < m; t += 1) {
    const from = T.since_earliest[t] ?? T.until_earliest[t];
    if (from) counts[Math.min(bins - 1, Math.floor(((months(from) - low) / (high - low + 1)) * bins))][T.sign[t]] += 1;
  }
  const most = Math.max(...counts.map((c) => c["1"] + c["0"] + c["-1"]));
  const bars = counts.flatMap((c, k) => {
    let y = height;
    return Object.keys(K.signs).filter((s) => c[s]).map((s) => {
      const tall = (Math.sqrt((c["1"] + c["0"] + c["-1"]) / most) * height * c[s]) / (c["1"] + c["0"] + c["-1"]);
      y -= tall;
      return svg("rect", { x: k, y, width: 0.85, height: tall, class: `s${s}` });
    });
  });
  const box = byId("histogram");
  box.setAttribute("viewBox", `0 0 ${bins} ${height}`);
  box.replaceChildren(...bars);
  byId("first-year").textContent = String(Math.floor(low / 12));
  byId("last-year").textContent = String(Math.floor(high / 12));
}
