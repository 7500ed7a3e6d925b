/** The desk beside the text: chips, slots, what is wrong, the deciding buttons, and the list of claims and proposals. */

import { FIELDS } from "./code-line.js";

const KEYS_OF = { from: "f", tie: "y", to: "t", regarding: "r", via: "v", holder: "h", by: "w", factor: "b" };
const TEXTS = {
  since: "since (2016, 2020-09)", until: "until", said_on: "said on", condition: "condition (if ...)", mechanism: "mechanism, or office",
  rank: "rank", confidence: "confidence, 0 to 1", gloss: "in your own words", note: "note",
};
const NUMBERS = ["rank", "confidence", "sign"];
const HELP = [
  ["1 2 3 ...", "who is named here: from, then to"], ["two letters", "the type, once from is there"],
  ["r v h w b, then a number", "regarding, via, holder, by (who wants or fears it), factor"],
  ["f y t", "change from, type, to"], ["/", "list of everything for the field"], ["m n s i", "mode, negated, stance, inferred"],
  ["\u2190 \u2192", "move the end by a word; with Shift the beginning"],
  ["[ ]", "beginning back, end on to the next clause"], ["{ }", "beginning on, end back by a clause"],
  ["\u2191 \u2193", "other words that fit"], ["Enter", "accept and go on"], ["x", "reject, or take out"], ["u", "undo"],
  [". ,", "next, previous open proposal"], ["j k", "next, previous paragraph"], ["d", "paragraph done"], ["c", "a new claim"],
  ["e", "more fields"], ["Esc", "start the line over"],
];
const of = (id) => document.getElementById(id);

/** Return an element with its text, attributes and what is done on a click. */
function make(tag, { text = "", click = null, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(text, ...children);
  if (tag === "button") made.type = "button";
  if (click) {
    made.addEventListener("click", (event) => {
      if (event.detail) made.blur(); // by the mouse: the next Enter accepts, and does not press this again
      click();
    });
  }
  return made;
}

let held = 0; // the press of a button, by mouse or space bar, that has not ended yet
let presses = 0;
let owed = null; // what was to be drawn meanwhile

/** Draw all of the desk that changes, once no button of it is held down: one that is exchanged under the mouse is never clicked. */
export function drawDesk(...given) {
  owed = held ? () => drawNow(...given) : null;
  if (!held) drawNow(...given);
}

function press(event) {
  if (event.target.closest("button") && (event.type === "pointerdown" ? event.button === 0 : event.key === " ")) held = presses += 1;
}

/** The press has ended; its click, if there is one, comes before anything is drawn. */
function release() {
  const ended = held;
  setTimeout(() => {
    if (held === ended) held = 0;
    if (!held) owed?.();
  });
}

of("desk").addEventListener("pointerdown", press);
of("desk").addEventListener("keydown", press);
of("desk").addEventListener("click", () => { held = 0; }, true);
for (const ending of ["pointerup", "pointercancel", "keyup", "blur"]) addEventListener(ending, release);

/** The focus stays where it was, by the name of what had it. */
function drawNow(room, { act, slot, chips, factors, filters, passes }) {
  owed = null;
  const had = document.activeElement?.dataset?.own;
  head(room);
  drawChips(room, act, slot, chips);
  drawSlots(room, act, slot, factors);
  drawWords(room, act);
  drawSaid(room);
  drawActs(room, act);
  fillFields(room);
  drawList(room, act, filters, passes);
  if (had) document.querySelector(`[data-own="${CSS.escape(had)}"]`)?.focus();
}

function head(room) {
  const { paragraphs, done, claims, open, rejected } = room.state.progress;
  of("progress").textContent = `${done} of ${paragraphs} paragraphs done; ${claims} claims coded; ${open} proposals open, ${rejected} rejected.`;
  of("done").value = done;
  const kinds = { fresh: "A new claim", proposal: "A proposal", claim: "A claim" };
  of("kind").textContent = kinds[room.line.kind];
  const from = room.line.from;
  const place = [`paragraph ${room.paragraph.number}`, room.paragraph.section, from?.by && `by ${from.by}`, from?.rule, from?.where];
  of("where").textContent = place.filter(Boolean).join(", ");
  if (of("compare")) of("compare").hidden = done < paragraphs;
}

function drawChips(room, act, slot, chips) {
  const rows = chips.map((chip) => {
    const used = Object.entries(room.line.values).filter(([, value]) => value === chip.id || (Array.isArray(value) && value.includes(chip.id)));
    const button = make("button", {
      class: `chip${used.length ? " used" : ""}`, title: chip.kind, "data-own": `chip-${chip.id}`, click: () => act.entity(chip.id),
      "aria-disabled": slot === null || slot === "tie" ? "true" : null,
    }, make("kbd", { text: chip.key }), chip.name);
    if (chip.matched.length) button.append(make("span", { class: "alias", text: `\u201c${chip.matched.join("\u201d, \u201c")}\u201d` }));
    if (chip.isNew) button.append(make("span", { class: "alias", text: "new" }));
    return make("li", {}, button);
  });
  of("chips").replaceChildren(...rows);
}

const nameOf = (room, id) => room.names.get(id)?.name ?? room.line.new.find((each) => each.id === id)?.name ?? id;
const inWords = (room, name, value) => (name === "tie" ? room.types.get(value)?.words ?? value : nameOf(room, value));

function drawSlots(room, act, slot, factors) {
  const { line } = room;
  const derived = room.checked?.derived ?? {};
  const rows = Object.keys(KEYS_OF).map((name) => {
    const values = [line.values[name]].flat().filter((each) => each !== undefined && each !== "");
    const follows = [derived[name] ?? (name === "holder" ? room.text.author : name === "factor" ? room.paragraph.factor : null)]
      .flat().filter(Boolean);
    const letters = name === "tie" && slot === "tie" ? room.letters : "";
    const shown = letters || values.map((each) => inWords(room, name, each)).join(", ") ||
      (line.values[name] === "" ? "none" : follows.map((each) => inWords(room, name, each)).join(", ")) || "\u2026";
    const was = line.was(name);
    const set = values.length > 0 || line.values[name] === "";
    const row = make("div", { class: `slot${slot === name ? " waits" : ""}${was === null ? "" : " changed"}${set ? " set" : ""}`, "data-slot": name });
    row.append(make("button", {
      "data-own": `slot-${name}`, click: () => act.open(name), "aria-label": `${FIELDS[name]}: ${shown}`,
    }, make("span", { class: "slot-name", text: FIELDS[name] }), make("kbd", { text: KEYS_OF[name] }), make("span", { class: "slot-value", text: shown })));
    if (was !== null) row.append(make("span", { class: "was", text: `was ${[was].flat().map((each) => inWords(room, name, each)).join(", ") || "not said"}` }));
    if (set && !["from", "tie", "to"].includes(name)) {
      row.append(make("button", { class: "drop", "aria-label": `Take ${FIELDS[name]} out`, "data-own": `drop-${name}`, text: "\u00d7", click: () => act.drop(name, values.at(-1)) }));
    }
    return row;
  });
  rows.push(...switches(room, act, derived));
  of("slots").replaceChildren(...rows);
  if (slot === "factor" && factors.length) of("slots").append(make("p", { class: "factors", text: factors.map((each, index) => `${index + 1} ${each.name}`).join("; ") }));
}

function switches(room, act, derived) {
  const { values } = room.line;
  const found = [
    ["mode", "m", values.mode, "actual", () => act.mode(1)],
    ["negated", "n", values.negated && "negated", "affirmed", act.negate],
    ["stance", "s", values.stance, derived.stance ?? "asserts", act.stance],
    ["inferred", "i", values.inferred && "inferred", "stated", act.inferred],
  ];
  return found.map(([name, key, said, unsaid, click]) => {
    const [text, set] = [said || unsaid, Boolean(said)];
    const was = room.line.was(name);
    const row = make("div", { class: `slot switch${set ? " set" : ""}${was === null ? "" : " changed"}`, "data-slot": name });
    row.append(make("button", { "data-own": `slot-${name}`, click: () => click(), "aria-label": `${name}: ${text}` },
      make("span", { class: "slot-name", text: name }), make("kbd", { text: key }), make("span", { class: "slot-value", text })));
    if (was !== null) row.append(make("span", { class: "was", text: `was ${was === true ? name : was || unsaid}` }));
    return row;
  });
}

function drawWords(room, act) {
  const { line } = room;
  of("quote").textContent = line.words ? `\u201c${line.quote()}\u201d` : "The words that say so: arrows, or drag over the text.";
  of("quote").classList.toggle("changed", line.was("quote") !== null);
  const group = document.querySelector(".bounds");
  if (group.childElementCount) return;
  const moves = [
    ["\u25c2\u25c2", "Beginning back by a clause", 0, -1, true], ["\u25c2", "Beginning back by a word", 0, -1, false],
    ["\u25b8", "Beginning on by a word", 0, 1, false], ["\u25c2", "End back by a word", 1, -1, false],
    ["\u25b8", "End on by a word", 1, 1, false], ["\u25b8\u25b8", "End on by a clause", 1, 1, true],
  ];
  for (const [index, [text, label, end, by, clause]] of moves.entries()) {
    if (index === 0) group.append(make("span", { text: "Begins" }));
    if (index === 3) group.append(make("span", { text: "Ends" }));
    group.append(make("button", { text, "aria-label": label, title: label, "data-own": `move-${index}`, click: () => act.bounds(end, by, clause) }));
  }
  group.append(make("button", { text: "Other words", "data-own": "move-other", title: "Other words that fit (arrow down)", click: () => act.suggestion(1) }));
}

function drawSaid(room) {
  const rows = [];
  if (room.message?.text) rows.push(make("p", { class: room.message.kind, text: room.message.text }));
  const touched = ["from", "tie", "to"].every((name) => room.line.values[name]);
  for (const each of (touched && room.checked?.faults) || []) {
    rows.push(make("p", { class: "fault", "data-field": each.field, text: each.message }));
  }
  for (const each of (touched && room.checked?.doubts) || []) rows.push(make("p", { class: "doubt", text: `Look again: ${each}` }));
  if (touched && room.checked?.derived.gloss && !room.checked.faults.length) rows.push(make("p", { class: "gloss", text: room.checked.derived.gloss }));
  if (touched && room.checked?.verdict && !room.checked.faults.length) rows.push(make("p", { class: "verdict", text: room.checked.verdict }));
  of("said").replaceChildren(...rows);
}

function drawActs(room, act) {
  const group = document.querySelector(".acts");
  const { kind } = room.line;
  const accept = { fresh: "Save", proposal: "Accept", claim: "Save changes" }[kind];
  const reject = { fresh: "Clear", proposal: "Reject", claim: "Take out" }[kind];
  const done = room.state.done.includes(room.paragraph.number);
  const buttons = [
    [accept, "Enter", act.accept, "main"], [reject, "x", act.reject, ""], ["Undo", "u", act.undo, ""], ["New claim", "c", act.fresh, ""],
    ["Previous open", ",", () => act.jump(-1), ""], ["Next open", ".", () => act.jump(1), ""],
    [done ? "Not done" : "Paragraph done", "d", act.done, ""],
  ];
  group.replaceChildren(...buttons.map(([text, key, click, style]) => make("button", {
    class: style, "data-own": `act-${key}`, disabled: key === "u" && !room.state.undoes, click: () => click(),
  }, text, make("kbd", { text: key }))));
}

/** Make the inputs of the fields that are texts; they keep their focus while all else is drawn anew. */
export function drawFields(room, act) {
  for (const [name, label] of Object.entries(TEXTS)) {
    const input = make("input", { name, autocomplete: "off", spellcheck: "false" });
    input.addEventListener("change", () => {
      const text = input.value.trim();
      act.set(name, NUMBERS.includes(name) && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        event.stopPropagation();
        input.blur();
      }
    });
    of("fields").append(make("label", {}, make("span", { text: label }), input));
  }
  for (const [name, options] of Object.entries(room.choices.values).filter(([each]) => ["aspect", "constraint"].includes(each))) {
    const select = make("select", { name });
    select.append(new Option("as follows from the type", ""), ...options.map(([value, meaning]) => Object.assign(new Option(value, value), { title: meaning })));
    select.addEventListener("change", () => act.set(name, select.value));
    of("fields").append(make("label", {}, make("span", { text: name }), select));
  }
  const ended = make("input", { type: "checkbox", name: "ended" });
  ended.addEventListener("change", () => act.set("ended", ended.checked));
  of("fields").append(make("label", {}, make("span", { text: "ended, without a date" }), ended));
}

function fillFields(room) {
  for (const input of of("fields").querySelectorAll("input, select")) {
    const value = room.line.values[input.name];
    if (input.type === "checkbox") input.checked = Boolean(value);
    else if (input !== document.activeElement) input.value = value ?? "";
    input.parentElement.classList.toggle("changed", room.line.was(input.name) !== null);
  }
}

/** Write down the keys. */
export function drawKeys(room) {
  of("keys").append(...HELP.flatMap(([keys, text]) => [make("dt", { text: keys }), make("dd", { text })]));
  const letters = room.choices.types.map((each) => `${each.key} ${each.words}`).join(", ");
  of("keys").append(make("dt", { text: "types" }), make("dd", { text: letters }));
}

function drawList(room, act, filters, passes) {
  const claims = room.state.claims.map((each) => ({ kind: "claim", each, status: "coded" }));
  const proposals = room.state.proposals.map((each) => ({ kind: "proposal", each, status: each.status }));
  const here = ({ each }) => each.paragraph === room.paragraph.number;
  const wanted = {
    here: [...proposals.filter((row) => row.status !== "accepted"), ...claims].filter(here),
    open: proposals.filter((row) => row.status === "open"),
    rejected: proposals.filter((row) => row.status === "rejected"),
    claims,
  }[filters.show.value].filter(({ kind, each }) => (kind === "proposal" ? passes(each) : !filters.type.value || each.values.tie === filters.type.value));
  const rows = wanted.map(({ kind, each, status }) => {
    const chosen = room.line.id === each.id && room.line.kind === kind;
    const words = `${nameOf(room, each.values.from)} ${inWords(room, "tie", each.values.tie)} ${nameOf(room, each.values.to)}`;
    const how = room.choices.standings[each.values.mode ?? "actual"]?.[each.values.negated ? 1 : 0];
    const mode = how ? ` (${how})` : "";
    const click = status === "rejected" ? () => act.reopen(each.id) : () => act.take(kind, each);
    const button = make("button", { "data-own": `row-${each.id}`, "aria-current": chosen ? "true" : null, click },
      make("span", { class: `status ${status}`, text: status }), make("span", { text: `${words}${mode}` }), make("span", { class: "place", text: String(each.paragraph) }));
    if (status === "rejected") button.title = "Open it again";
    return make("li", {}, button);
  });
  of("list").replaceChildren(...(rows.length ? rows : [make("li", { class: "none", text: "Nothing here." })]));
}
