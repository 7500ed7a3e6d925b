/** A list to choose from: what is typed narrows it, arrows move, Enter takes, Escape closes. */

const MOST = 60; // rows shown

export class Chooser {
  constructor(root) {
    this.root = root;
    [this.title, this.input, this.list] = ["title", "input", "list"].map((name) => root.querySelector(`#chooser-${name}`));
    this.input.addEventListener("input", () => this.narrow());
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("click", (event) => { if (event.target === root) this.close(); });
    root.querySelector("#chooser-close").addEventListener("click", () => this.close());
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /**
   * @param {string} title
   * @param {{value: string, label: string, hint?: string, title?: string}[]} rows
   * @param {(row: object) => void} take
   * @param {((typed: string) => void)|null} make - makes something that is not in the list, of what was typed
   */
  open(title, rows, take, make = null) {
    Object.assign(this, { rows, take, make, at: 0 });
    if (!this.isOpen) this.before = document.activeElement;
    this.title.textContent = title;
    this.input.value = "";
    this.root.hidden = false;
    this.narrow();
    this.input.focus();
  }

  close() {
    // hidden alone, the input would hold the focus until the next frame is drawn, and take the keys pressed before it
    if (this.root.contains(document.activeElement)) document.activeElement.blur();
    this.root.hidden = true;
    if (this.before?.isConnected) this.before.focus();
  }

  narrow() {
    const words = this.input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (row) => words.every((word) => row.label.toLowerCase().includes(word) || row.value.includes(word));
    const begins = (row) => row.hint === words[0] || row.label.toLowerCase().startsWith(words[0]);
    const found = this.rows.filter((row) => fits(row) || row.hint === words[0]);
    this.found = (words.length ? [...found.filter(begins), ...found.filter((row) => !begins(row))] : found).slice(0, MOST);
    if (this.make) this.found.push({ make: true, label: this.input.value.trim() ? `New: ${this.input.value.trim()}` : "New: the chosen words", hint: "declare" });
    this.at = 0;
    this.draw();
  }

  draw() {
    this.list.replaceChildren(...this.found.map((row, index) => {
      const made = document.createElement("li");
      made.id = `chooser-${index}`;
      made.setAttribute("role", "option");
      made.setAttribute("aria-selected", String(index === this.at));
      made.title = row.title ?? "";
      const hint = document.createElement("span");
      hint.className = "hint";
      hint.textContent = row.hint ?? "";
      made.append(row.label, hint);
      made.addEventListener("click", () => this.pick(index));
      return made;
    }));
    if (this.found.length) this.input.setAttribute("aria-activedescendant", `chooser-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
    this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
  }

  pick(index) {
    const row = this.found[index];
    if (!row) return;
    const typed = this.input.value.trim();
    this.close();
    if (row.make) this.make(typed);
    else this.take(row);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      this.at = (this.at + step + this.found.length) % this.found.length;
      this.draw();
    } else if (event.key === "Enter" && event.target === this.input) this.pick(this.at);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab") {
      const other = event.target === this.input ? this.root.querySelector("#chooser-close") : this.input;
      other.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
