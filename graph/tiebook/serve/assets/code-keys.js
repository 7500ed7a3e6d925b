/** The keys of the coding room: what each does, and those that are typed before a list is open. */

/** Listen to the keys; return how a list is opened that gets what was typed meanwhile. */
export function listenToKeys({ room, chooser, doing, queue, slot, letter, digit, openList }) {
  let ahead = null; // keys pressed after the list was asked for and before it is open: it gets them then

  /** Open the list where something else had to be done first: what was typed meanwhile is for it, and what follows its choice is not. */
  function openTypedAhead() {
    const keys = ahead ?? [];
    ahead = null;
    openList();
    for (const key of keys) {
      const { input } = chooser;
      if (chooser.isOpen && (key.length === 1 || key === "Backspace")) {
        input.value = key === "Backspace" ? input.value.slice(0, -1) : input.value + key;
        input.dispatchEvent(new Event("input"));
      } else (chooser.isOpen ? input : document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  }

  const KEYS = {
    r: () => doing.pending("regarding"), v: () => doing.pending("via"), h: () => doing.pending("holder"), w: () => doing.pending("by"),
    b: () => doing.pending("factor"), f: () => doing.pending("from"), t: () => doing.pending("to"), y: () => doing.pending("tie"),
    m: () => doing.mode(1), M: () => doing.mode(-1), n: () => doing.negate(), s: () => doing.stance(), i: () => doing.inferred(),
    "[": () => doing.bounds(0, -1, true), "]": () => doing.bounds(1, 1, true), "{": () => doing.bounds(0, 1, true), "}": () => doing.bounds(1, -1, true),
    x: () => doing.reject(), u: () => doing.undo(), c: () => doing.fresh(), d: () => doing.done(), e: () => doing.more(),
    ".": () => doing.jump(1), ",": () => doing.jump(-1), j: () => doing.paragraph(1), k: () => doing.paragraph(-1),
  };
  const NAMED = {
    "/": () => doing.list(), Enter: () => doing.accept(), Escape: () => doing.clear(), Backspace: () => doing.back(),
    ArrowDown: () => doing.suggestion(1), ArrowUp: () => doing.suggestion(-1), PageDown: () => doing.paragraph(1), PageUp: () => doing.paragraph(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || chooser.isOpen || !room.line) return;
    if (event.target.closest("input, select, textarea, summary, a[href]") && event.key !== "Escape") return;
    if (ahead) {
      if (event.key.length === 1 || ["Backspace", "Enter", "Escape", "ArrowDown", "ArrowUp"].includes(event.key)) ahead.push(event.key);
      event.preventDefault();
      return;
    }
    if (event.key === "Enter" && event.target.closest("button")) return;
    let run = NAMED[event.key] ?? null;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      run = () => doing.bounds(event.shiftKey ? 0 : 1, event.key === "ArrowRight" ? 1 : -1, false);
    } else if (/^[0-9]$/.test(event.key)) run = () => digit(event.key);
    else if (!run && event.key.length === 1 && event.key !== " ") run = () => typed(event.key);
    if (!run) return;
    event.preventDefault();
    if (event.key === "Escape") document.activeElement?.blur();
    if (event.key === "/") ahead = [];
    queue(run);
  });

  /** A letter is one of a type where a type is asked for, else a command. It is looked at when its turn comes, not before. */
  function typed(key) {
    if (slot() === "tie" && /^[a-z]$/.test(key)) return letter(key);
    return KEYS[key]?.();
  }

  return { openTypedAhead };
}
