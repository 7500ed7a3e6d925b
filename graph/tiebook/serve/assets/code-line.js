/** The claim line: the values that were chosen, the words that it rests on, and what differs from what it began with. */

export const SLOTS = ["from", "tie", "to"];
export const MODES = ["actual", "sought", "feared", "expected", "conditional", "hypothetical"];
/** Fields that name entities, in words. */
export const FIELDS = {
  from: "from", tie: "type", to: "to", holder: "holder", by: "by", regarding: "regarding", via: "via", factor: "factor", about: "about",
};
export const SEVERAL = ["holder", "by", "regarding", "via", "about"];

const listed = (value) => (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value]);

export class Line {
  /**
   * @param {"fresh"|"proposal"|"claim"} kind
   * @param {object} paragraph - the one that it stands in
   * @param {object|null} from - the proposal or claim that it began with
   */
  constructor(kind, paragraph, from = null) {
    this.kind = kind;
    this.paragraph = paragraph;
    this.from = from;
    this.id = from?.id ?? null;
    this.values = structuredClone(from?.values ?? {});
    for (const name of ["quote", "prefix", "suffix", "paragraph"]) delete this.values[name];
    for (const name of SEVERAL) if (this.values[name] !== undefined) this.values[name] = listed(this.values[name]);
    this.words = from?.words ? [...from.words] : null;
    this.new = [...(from?.new ?? [])].map((each) => ({ id: each.id, name: each.name, kind: each.kind, label: each.table, given: true }));
    this.suggestions = [];
    this.suggested = 0;
    this.moved = false;
    this.trail = [];
    this.before = this.snapshot();
  }

  /** Return what it must have and lacks, in words. */
  lacking() {
    const slots = SLOTS.filter((name) => !this.values[name]).map((name) => FIELDS[name]);
    return this.words ? slots : [...slots, "the words that say so"];
  }

  snapshot() {
    return JSON.stringify([this.values, this.words], (_, value) =>
      (value && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value));
  }

  changed() {
    return this.snapshot() !== this.before;
  }

  /** Return what a field said before, where it differs now; null where it is as it was. */
  was(name) {
    if (!this.from) return null;
    const [before, words] = JSON.parse(this.before);
    if (name === "quote") return JSON.stringify(words) === JSON.stringify(this.words) ? null : words;
    const old = before[name] ?? null;
    return JSON.stringify(old) === JSON.stringify(this.values[name] ?? null) ? null : old ?? "";
  }

  /** Set a field; of several values one that is there already goes. */
  set(name, value) {
    this.trail.push([name, structuredClone(this.values[name])]);
    if (SEVERAL.includes(name) && !Array.isArray(value)) {
      const there = listed(this.values[name]);
      const after = there.includes(value) ? there.filter((each) => each !== value) : [...there, value];
      this.put(name, after.length ? after : undefined);
    } else this.put(name, value === false || (value === "" && name !== "factor") || (name === "mode" && value === "actual") ? undefined : value);
  }

  put(name, value) {
    if (value === undefined) delete this.values[name];
    else this.values[name] = value;
  }

  drop(name, value) {
    this.trail.push([name, structuredClone(this.values[name])]);
    const rest = listed(this.values[name]).filter((each) => each !== value);
    this.put(name, rest.length ? rest : undefined);
  }

  cycle(name, values) {
    this.set(name, values[(values.indexOf(this.values[name]) + 1) % values.length]);
  }

  /** Take back the last field that was set. */
  forget() {
    const last = this.trail.pop();
    if (last) this.put(last[0], last[1]);
  }

  /** Bring an entity that the case does not know yet. */
  bring(entity) {
    if (!this.new.some((each) => each.id === entity.id)) this.new.push(entity);
  }

  count() {
    return (this.paragraph.pieces.length - 1) / 2;
  }

  /** Move the first (0) or the last (1) word by one, or to where a clause begins or ends. */
  move(end, by, clause) {
    if (!this.words) this.words = [0, 0];
    let place = this.words[end];
    if (clause) {
      const bounds = end ? [...this.paragraph.breaks.slice(1).map((each) => each - 1), this.count() - 1] : this.paragraph.breaks;
      const further = bounds.filter((each) => by * (each - place) > 0);
      if (!further.length) return;
      place = by > 0 ? Math.min(...further) : Math.max(...further);
    } else place += by;
    if (place < 0 || place >= this.count() || (end ? place < this.words[0] : place > this.words[1])) return;
    this.words[end] = place;
    this.moved = true;
  }

  take(first, last) {
    this.words = [Math.min(first, last), Math.max(first, last)];
    this.moved = true;
  }

  /** Extend to a word outside, or shrink to one inside by the nearer end. */
  touch(word) {
    if (!this.words) return this.take(word, word);
    const [first, last] = this.words;
    if (word < first || (word < last && word - first <= last - word)) return this.take(word, last);
    return this.take(first, word);
  }

  suggest(step) {
    const count = this.suggestions.length;
    if (!count) return;
    this.suggested = (this.suggested + step + count) % count;
    this.words = [...this.suggestions[this.suggested]];
  }

  /** The words, with what stands between them. */
  quote() {
    if (!this.words) return "";
    return this.paragraph.pieces.slice(2 * this.words[0] + 1, 2 * this.words[1] + 2).join("").replace(/\s+/g, " ");
  }

  json() {
    return {
      ...this.values,
      paragraph: this.paragraph.number,
      words: this.words,
      new: this.new.filter((each) => !each.given).map((each) => ({ name: each.name, kind: each.kind })),
    };
  }
}
