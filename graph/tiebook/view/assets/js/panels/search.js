/** Search over names, aliases, tie types and quotes. */
import { K } from "../geometry/constants.js";
import { badges, badgeWords, sentence } from "../data/badges.js";
import { byId, el, foreign } from "../drawing/dom.js";
import { human } from "../geometry/relations.js";
import { app } from "../data/state.js";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** @returns {{kind: "actor" | "tie", i: number, title: string, note: string}[]} */
export function search(model, query, most = 14) {
  const wanted = fold(query.trim());
  if (!wanted) return [];
  const { A, T, n, m } = model;
  const hits = [];
  for (let i = 0; i < n && hits.length < 8; i += 1) {
    if (fold(`${A.name[i]}\n${(A.aliases[i] ?? []).join("\n")}\n${A.id[i]}`).includes(wanted)) {
      hits.push({ kind: "actor", i, title: A.name[i], note: K.kinds[A.kind[i]]?.name ?? human(A.kind[i]) });
    }
  }
  for (let t = 0; t < m && hits.length < most; t += 1) {
    const quote = T.quote[t] ?? "";
    if (badgeWords(T, t).includes(wanted) || human(T.type[t]).includes(wanted) || fold(quote).includes(wanted) || (m < 5000 && fold(sentence(model, t)).includes(wanted))) {
      hits.push({ kind: "tie", i: t, title: sentence(model, t), note: quote.slice(0, 90) });
    }
  }
  return hits;
}

export function setupSearch() {
  const field = byId("search");
  const list = byId("found");
  let hits = [];
  let at = -1;
  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (k) => {
    const hit = hits[k];
    if (!hit) return;
    close();
    app.goTo(hit);
    byId("stage").focus();
  };
  const show = () => {
    hits = search(app.model, field.value);
    at = -1;
    list.replaceChildren(...hits.map((hit, k) => el("li", { role: "option", id: `hit-${k}`, "aria-selected": "false",
      "data-tie": hit.kind === "tie" ? app.model.T.id[hit.i] : null, pointerdown: (event) => event.preventDefault(), click: () => choose(k) },
    ...(hit.kind === "tie" ? badges(app.model.T, hit.i) : []), " ", foreign(hit.title, "b"), " ", el("bdi", { class: "soft", dir: "auto" }, hit.note))));
    if (field.value.trim() && !hits.length) list.append(el("li", { role: "option", "aria-disabled": "true", class: "soft" }, "Nothing found"));
    list.hidden = !field.value.trim();
    field.setAttribute("aria-expanded", String(!list.hidden));
  };
  field.addEventListener("input", show);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!hits.length) return;
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
      [...list.children].forEach((item, k) => item.setAttribute("aria-selected", String(k === at)));
      field.setAttribute("aria-activedescendant", `hit-${at}`);
    } else if (event.key === "Enter") choose(Math.max(0, at));
    else if (event.key === "Escape") {
      field.value = "";
      close();
      byId("stage").focus();
    }
  });
}
