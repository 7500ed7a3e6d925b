/** The text: paragraphs by words, who is named in them, what is coded, and the words of the claim that is being made. */

/** Draw all paragraphs anew; the words of the chosen one can be clicked and dragged over. */
export function drawText(room, act) {
  const holder = document.getElementById("text");
  holder.replaceChildren(...room.text.paragraphs.map((paragraph) => section(paragraph)));
  if (holder.dataset.listens) return;
  holder.dataset.listens = "yes";
  let from = null;
  let dragged = false;
  const wordAt = (event) => {
    const found = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-word]");
    return found && Number(found.closest("section").dataset.number) === room.paragraph.number ? Number(found.dataset.word) : null;
  };
  holder.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0) {
      from = wordAt(event);
      dragged = false;
    }
  });
  holder.addEventListener("pointermove", (event) => {
    const word = from === null ? null : wordAt(event);
    if (word !== null && (dragged || word !== from)) {
      dragged = true;
      getSelection()?.removeAllRanges();
      act.words(from, word);
    }
  });
  addEventListener("pointerup", () => { from = null; });
  holder.addEventListener("click", (event) => {
    if (dragged) {
      dragged = false;
      return;
    }
    const number = Number(event.target.closest("section")?.dataset.number);
    if (!number) return;
    if (number !== room.paragraph.number) {
      act.go(number);
      event.preventDefault();
      return;
    }
    const mention = event.target.closest("[data-entity]");
    const word = event.target.closest("[data-word]");
    if (mention && holder.classList.contains("choosing")) act.entity(mention.dataset.entity);
    else if (word) act.touch(Number(word.dataset.word));
  });
}

function section(paragraph) {
  const made = document.createElement("section");
  made.className = "passage";
  made.id = `p${paragraph.number}`;
  made.dataset.number = paragraph.number;
  const number = document.createElement("a");
  number.className = "passage-number";
  number.href = `#p${paragraph.number}`;
  number.textContent = paragraph.number;
  number.setAttribute("aria-label", `Go to paragraph ${paragraph.number}`);
  const text = document.createElement("p");
  text.append(...pieces(paragraph));
  made.append(number, text);
  return made;
}

function* pieces(paragraph) {
  const named = new Map();
  for (const chip of paragraph.chips) {
    for (const [first, last] of chip.words) {
      for (let word = first; word <= last; word += 1) if (!named.has(word)) named.set(word, chip);
    }
  }
  for (const [index, piece] of paragraph.pieces.entries()) {
    const made = document.createElement("span");
    made.textContent = piece;
    if (index % 2) {
      const word = (index - 1) / 2;
      made.dataset.word = word;
      const chip = named.get(word);
      if (chip) {
        made.dataset.entity = chip.id;
        made.classList.add("mentioned");
        made.title = `${chip.key}  ${chip.name}, ${chip.kind}`;
      }
    } else made.dataset.gap = index / 2;
    yield made;
  }
}

/** Mark the chosen paragraph, what is coded and proposed, and the words of the line; nothing is drawn anew. */
export function paintLine(room, chips) {
  const holder = document.getElementById("text");
  const ends = new Map([["from", room.line.values.from], ["to", room.line.values.to]].filter(([, id]) => id));
  const coded = stretches(room.state.claims);
  const open = stretches(room.state.proposals.filter((each) => each.status === "open"));
  const keys = new Map(chips.map((each) => [each.id, each.key]));
  holder.classList.toggle("choosing", Boolean(room.choosing));
  for (const each of holder.children) {
    const number = Number(each.dataset.number);
    const here = number === room.paragraph.number;
    const painted = here ? "" : `${room.state.version} ${room.text.of}`;
    if (painted && each.dataset.painted === painted) continue; // thousands of words, of which a key changes a few
    each.dataset.painted = painted;
    each.classList.toggle("here", here);
    each.classList.toggle("done", room.state.done.includes(number));
    const first = new Map();
    for (const piece of each.lastElementChild.children) {
      const gap = piece.dataset.gap !== undefined;
      const place = gap ? Number(piece.dataset.gap) - 0.5 : Number(piece.dataset.word);
      const inside = ([one, other]) => place >= one && place <= other;
      piece.classList.toggle("coded", Boolean(coded.get(number)?.some(inside)));
      piece.classList.toggle("open", Boolean(open.get(number)?.some(inside)));
      piece.classList.toggle("chosen", here && Boolean(room.line.words) && inside(room.line.words));
      if (gap) continue;
      const entity = piece.dataset.entity;
      piece.classList.toggle("end", here && [...ends.values()].includes(entity));
      if (here && entity && !first.has(entity)) {
        first.set(entity, true);
        piece.dataset.key = keys.get(entity) ?? "";
      } else delete piece.dataset.key;
    }
  }
}

function stretches(claims) {
  const found = new Map();
  for (const each of claims) {
    if (!each.words) continue;
    if (!found.has(each.paragraph)) found.set(each.paragraph, []);
    found.get(each.paragraph).push(each.words);
  }
  return found;
}
