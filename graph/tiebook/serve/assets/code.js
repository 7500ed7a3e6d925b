/** The coding room: keys and clicks become one claim line; what is decided is on disk before the next is shown. */

import { Chooser } from "./code-chooser.js";
import { drawDesk, drawFields, drawKeys } from "./code-desk.js";
import { listenToKeys } from "./code-keys.js";
import { FIELDS, Line, MODES, SLOTS } from "./code-line.js";
import { drawText, paintLine } from "./code-text.js";

const FOR_WHAT = "First say for what: f from, t to, r regarding, v via, h holder, w by";
const root = document.getElementById("room");
const { base, reader } = root.dataset;
const query = reader ? `?reader=${encodeURIComponent(reader)}` : "";

/** Everything that is shown: the text, the choices, the state on disk, the paragraph and the line that is being made. */
const room = {
  text: null, choices: null, state: null, paragraph: null, line: null, pending: null, letters: "", digits: "",
  checked: null, message: null, names: new Map(), types: new Map(),
};
const chooser = new Chooser(document.getElementById("chooser"));
let chain = Promise.resolve();
let waiting = 0;
let checks = 0;

/** Do one thing after another: a key that is pressed while a claim is being written waits for it. */
function queue(act) {
  waiting += 1;
  root.dataset.busy = "yes";
  chain = chain.then(act).catch((error) => say("fault", error.message)).finally(() => {
    waiting -= 1;
    draw();
    if (!waiting) checkLater();
  });
  return chain;
}

async function get(what) {
  const answer = await fetch(`${base}/${what}.json${query}`, { headers: { accept: "application/json" } });
  const data = await answer.json();
  if (!answer.ok) throw new Error(data.error);
  return data;
}

/** Send a change; what is refused is said, and another window's change is shown. Return null then, and for an answer that nobody waits for. */
async function send(what, data, outdated = () => false) {
  const answer = await fetch(`${base}/${what}${query}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data),
  }).catch(() => {
    throw new Error("tiebook serve does not answer: start it again. Your line is kept.");
  });
  const found = await answer.json();
  if (outdated()) return null;
  if (answer.ok) {
    if (found.state) await take(found.state);
    return found;
  }
  if (answer.status === 409) {
    await take(found.state);
    const open = room.line.kind !== "proposal" || proposals().some((each) => each.id === room.line.id && each.status === "open");
    say("fault", "The case was changed elsewhere meanwhile; shown is what it is now. " +
      (open ? "Your line is kept: decide again to write it." : "This proposal was decided there."));
    if (!open) next(1);
  } else {
    room.checked = found.faults ? { faults: found.faults, doubts: [], derived: {}, verdict: "" } : room.checked;
    say("fault", found.faults ? "" : `${found.error}${found.hint ? ` (${found.hint})` : ""}`);
  }
  return null;
}

async function take(state) {
  room.state = state;
  if (room.text && room.text.of !== state.of) await takeText();
}

async function takeText() {
  room.text = await get("text");
  room.names = new Map(room.text.entities.map((each) => [each.id, each]));
  if (room.paragraph) room.paragraph = paragraphOf(room.paragraph.number);
  drawText(room, act);
}

const paragraphOf = (number) => room.text.paragraphs.find((each) => each.number === number);
const proposals = () => room.state.proposals;
const say = (kind, text) => { room.message = text ? { kind, text } : null; };

/** The field that the next key fills: the one that was asked for, else the first end that is missing. */
const slot = () => room.pending || SLOTS.find((name) => !room.line.values[name]) || null;

/** Begin a line: a fresh one, or with what a proposal or a claim says. */
function begin(kind = "fresh", from = null) {
  if (from && from.paragraph !== room.paragraph.number) room.paragraph = paragraphOf(from.paragraph);
  room.line = new Line(kind, room.paragraph, from);
  room.pending = null;
  room.letters = room.digits = "";
  room.checked = null;
}

function goTo(number, prefer = true) {
  const found = paragraphOf(number);
  if (!found) return;
  room.paragraph = found;
  const open = prefer && proposals().find((each) => each.paragraph === number && each.status === "open");
  begin(open ? "proposal" : "fresh", open || null);
  reveal();
}

/** Bring the paragraph to where it is read, without taking the focus. */
function reveal() {
  document.getElementById(`p${room.paragraph.number}`)?.scrollIntoView({ block: "start" });
}

/** Go to the next (1) or previous (-1) open proposal that the filters let through; a fresh line where there is none. */
function next(step) {
  const open = proposals().filter((each) => each.status === "open" && passes(each));
  const place = room.line.words ? room.line.words[0] : -1;
  const here = [room.paragraph.number, place];
  const later = (each) => step * (each.paragraph - here[0] || (each.words?.[0] ?? 0) - here[1]) > 0 || (step > 0 &&
    each.paragraph === here[0] && (each.words?.[0] ?? 0) === here[1]);
  const ordered = step > 0 ? open : [...open].reverse();
  const found = ordered.find((each) => each.id !== room.line.id && later(each)) || ordered.find((each) => each.id !== room.line.id);
  if (found) {
    begin("proposal", found);
    reveal();
  } else begin();
}

const passes = (each) =>
  (!filters.type.value || each.values.tie === filters.type.value) && (!filters.proposer.value || each.by === filters.proposer.value);

const filters = {
  show: document.getElementById("show"),
  type: document.getElementById("of-type"),
  proposer: document.getElementById("of-proposer"),
};

/** Put a value into the field that waits for it; ends that are both known bring their words. */
async function choose(name, value) {
  const line = room.line;
  line.set(name, value);
  room.pending = null;
  room.letters = room.digits = "";
  if (name === "mode" && ["feared", "expected"].includes(value) && !line.values.by) room.pending = "by";
  if (["from", "to"].includes(name) && line.kind === "fresh" && !line.moved && line.values.from && line.values.to) await suggest();
}

async function suggest() {
  const line = room.line;
  const found = await send("suggest", { paragraph: room.paragraph.number, from: line.values.from ?? "", to: line.values.to ?? "" });
  line.suggestions = found?.suggestions ?? [];
  line.suggested = 0;
  if (line.suggestions.length) line.words = [...line.suggestions[0]];
}

/** Everything that a key or a click can ask for. */
const doing = {
  entity: (id) => {
    const name = slot();
    return name === null || name === "tie" ? say("hint", FOR_WHAT) : choose(name, id);
  },
  pending: (name) => { room.pending = name; room.letters = room.digits = ""; },
  open: (name) => { room.pending = name; openList(); },
  list: () => openTypedAhead(),
  set: (name, value) => choose(name, value),
  drop: (name, value) => room.line.drop(name, value),
  mode: (step) => choose("mode", MODES[(MODES.indexOf(room.line.values.mode ?? "actual") + step + MODES.length) % MODES.length]),
  negate: () => room.line.set("negated", !room.line.values.negated),
  stance: () => room.line.cycle("stance", [undefined, "presupposes", "reports", "disputes"]),
  inferred: () => room.line.set("inferred", !room.line.values.inferred),
  bounds: (end, by, clause) => room.line.move(end, by, clause),
  words: (first, last) => room.line.take(first, last),
  touch: (word) => room.line.touch(word),
  suggestion: (step) => (room.line.suggestions.length ? room.line.suggest(step) : suggest()),
  letter: (key) => letter(key),
  digit: (key) => digit(key),
  accept: () => accept(),
  reject: () => reject(),
  undo: () => undo(),
  clear: () => {
    if (room.pending || room.letters) room.pending = null;
    else begin(room.line.kind, room.line.from);
    room.letters = room.digits = "";
    say();
  },
  back: () => { if (room.letters) room.letters = ""; else room.line.forget(); },
  fresh: () => { begin(); say(); },
  jump: (step) => next(step),
  paragraph: (step) => goTo(room.paragraph.number + step),
  go: (number) => { if (number !== room.paragraph.number) goTo(number); },
  done: async () => {
    const number = room.paragraph.number;
    const was = room.state.done.includes(number);
    if (await send("mark", { paragraph: number, done: !was, version: room.state.version }) && !was) goTo(number + 1);
  },
  take: (kind, each) => { begin(kind, each); reveal(); },
  reopen: async (id) => {
    if (await send("reopen", { proposal: id, version: room.state.version })) begin("proposal", proposals().find((each) => each.id === id));
  },
  more: () => { const more = document.getElementById("more"); more.open = true; more.querySelector("input")?.focus(); },
  draw: () => null,
};
const act = Object.fromEntries(Object.entries(doing).map(([name, run]) => [name, (...given) => queue(() => run(...given))]));

function letter(key) {
  room.letters += key;
  const found = [...room.types.values()].find((each) => each.key === room.letters);
  if (found) return choose("tie", found.name);
  if (room.letters.length > 1) {
    say("hint", `No type has the letters ${room.letters}; / lists them`);
    room.letters = "";
  } else say();
  return null;
}

function digit(key) {
  room.digits += key;
  if (key === "0") return null;
  const typed = room.digits;
  room.digits = "";
  const name = slot();
  if (name === "factor") {
    const factor = factors()[Number(typed) - 1];
    return factor ? choose("factor", factor.id) : say("hint", "No factor has that number; / lists them");
  }
  const chip = chips().find((each) => each.key === typed);
  if (!chip) return say("hint", `Nobody has the number ${typed} here; / lists everybody`);
  if (name === null || name === "tie") return say("hint", FOR_WHAT);
  return choose(name, chip.id);
}

/** The chips of the paragraph, and the entities that the line brings. */
function chips() {
  const known = room.paragraph.chips;
  const more = room.line.new.filter((each) => !known.some((chip) => chip.id === each.id));
  return [...known, ...more.map((each, index) => ({ ...each, key: keyOf(known.length + index + 1), matched: [], words: [], isNew: true }))];
}

const keyOf = (number) => "0".repeat(Math.floor((number - 1) / 9)) + String(((number - 1) % 9) + 1);
const factors = () => room.text.entities.filter((each) => each.label === "Factor");

async function accept() {
  const line = room.line;
  const lacking = line.lacking();
  if (lacking.length) {
    say("hint", `Not saved yet. Missing: ${lacking.join(", ")}.`);
    return;
  }
  const sent = { line: line.json(), version: room.state.version };
  let found = null;
  if (line.kind === "proposal") {
    found = await send("accept", { proposal: line.id, version: sent.version, line: line.changed() ? sent.line : null });
  } else if (line.kind === "claim") found = await send("edit", { claim: line.id, ...sent });
  else found = await send("add", sent);
  if (!found) return;
  say("good", line.kind === "claim" ? "Changed and saved." : `Saved as ${found.claim}.`);
  if (line.kind === "proposal") next(1);
  else begin();
}

async function reject() {
  const line = room.line;
  if (line.kind === "fresh") {
    begin();
    return;
  }
  const what = line.kind === "proposal" ? ["reject", { proposal: line.id }] : ["remove", { claim: line.id }];
  if (!await send(what[0], { ...what[1], version: room.state.version })) return;
  say("good", line.kind === "proposal" ? "Rejected. u undoes." : "Taken out. u undoes.");
  if (line.kind === "proposal") next(1);
  else begin();
}

async function undo() {
  const found = await send("undo", { version: room.state.version });
  if (!found) return;
  say("good", `Undone: ${found.undone.did}.`);
  const again = proposals().find((each) => each.id === found.undone.proposal);
  if (again) {
    begin("proposal", again);
    reveal();
  } else if (found.undone.paragraph) goTo(found.undone.paragraph);
  else begin();
}

/** Open the list of what the waiting field can hold. */
function openList() {
  const name = slot() ?? "regarding";
  room.pending = name;
  if (name === "tie") {
    const rows = room.choices.types.map((each) => ({ value: each.name, label: each.words, hint: each.key, title: each.definition }));
    chooser.open("Which type of tie?", rows, (row) => act.set("tie", row.value));
    return;
  }
  const here = new Map(chips().map((each) => [each.id, each]));
  const known = name === "factor" ? [{ id: "", name: "no factor", kind: "" }, ...factors()] : [...here.values(), ...room.text.entities.filter((each) => !here.has(each.id))];
  const rows = known.map((each) => ({ value: each.id, label: each.name, hint: [here.get(each.id)?.key, each.kind].filter(Boolean).join("  ") }));
  const make = (typed) => newEntity(name, typed || room.line.quote());
  chooser.open(`Who or what: ${FIELDS[name]}?`, rows, (row) => act.set(name, row.value), make);
}

/** Declare somebody or something that the case does not know: its name, then its kind. */
function newEntity(name, typed) {
  const kinds = room.choices.kinds.filter((each) => name !== "factor" || each.label === "Factor");
  const rows = kinds.map((each) => ({ value: each.kind, label: each.words, hint: each.label === "Actor" ? "actor" : each.label.toLowerCase() }));
  chooser.open(`What is "${typed}"?`, rows, (row) => queue(async () => {
    const found = await send("entity", { name: typed, kind: row.value });
    if (!found) return;
    if (!found.known) room.line.bring(found);
    if (!room.names.has(found.id)) room.names.set(found.id, found);
    await choose(name, found.id);
  }));
}

/** Ask what is right and wrong with the line, once nothing else is to be done. */
function checkLater() {
  const line = room.line;
  checks += 1;
  const mine = checks;
  const outdated = () => mine !== checks || waiting > 0; // what is asked last counts, whichever answer comes last
  const complete = line && !line.lacking().length;
  const asked = complete
    ? send("check", { line: line.json(), proposal: line.kind === "proposal" ? line.id : null, claim: line.kind === "claim" ? line.id : null }, outdated)
    : Promise.resolve(null);
  asked.catch(() => null).then((found) => {
    if (outdated()) return;
    if (found) room.checked = found;
    else if (!complete) room.checked = null;
    draw();
    delete root.dataset.busy;
  });
}

function draw() {
  if (!room.line) return;
  room.choosing = ![null, "tie"].includes(slot());
  paintLine(room, chips());
  drawDesk(room, { act, slot: slot(), chips: chips(), factors: factors(), filters, passes });
}

const { openTypedAhead } = listenToKeys({ room, chooser, doing, queue, slot, letter, digit, openList });

async function start() {
  [room.choices, room.state] = await Promise.all([get("choices"), get("state")]);
  room.types = new Map(room.choices.types.map((each) => [each.name, each]));
  document.getElementById("desk").hidden = false;
  await takeText();
  for (const each of room.choices.types) filters.type.append(new Option(each.words, each.name));
  for (const each of new Set(proposals().map((one) => one.by))) filters.proposer.append(new Option(each, each));
  for (const each of Object.values(filters)) each.addEventListener("change", () => { draw(); });
  drawFields(room, act);
  drawKeys(room);
  const named = Number(location.hash.replace(/^#p/, ""));
  const open = proposals().find((each) => each.status === "open");
  room.paragraph = paragraphOf(named) || (open ? paragraphOf(open.paragraph) : room.text.paragraphs[0]);
  begin(open && !named ? "proposal" : "fresh", open && !named ? open : null);
  if (room.paragraph.number > 1) reveal();
}

document.getElementById("second")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const name = new FormData(event.target).get("reader");
  queue(async () => {
    const found = await send("second", { reader: name });
    if (found) location.href = `${base}?reader=${encodeURIComponent(found.reader)}`;
  });
});

window.addEventListener("focus", () => queue(async () => {
  if (room.state) await take(await get("state"));
}));

queue(start);
