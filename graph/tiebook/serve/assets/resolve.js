/** Decides about names, and takes decisions back; the page is then shown as it is on disk. */

const said = document.getElementById("said");
const KEPT = "tiebook-resolve-said"; // told once more after the page was shown anew

async function send(what, data) {
  const answer = await fetch(`/resolve/${what}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data),
  });
  const found = await answer.json();
  if (!answer.ok) throw new Error(`${found.error}${found.hint ? ` (${found.hint})` : ""}`);
  return found;
}

let underWay = 0; // decisions that are not answered yet: the page is shown anew after the last, or it would cut them off
let decided = false;

/** Do what a form stands for: an actor that was clicked, else the one that was typed. */
async function act(form, actor) {
  const { source } = form.closest("[data-source]").dataset;
  const { name } = form.closest("[data-name]").dataset;
  underWay += 1;
  try {
    const undo = form.classList.contains("undo");
    const found = await send(undo ? "undo" : "decide", { source, name, actor });
    const what = undo ? `${name} is undecided again` : `${name} is ${found.name}`;
    sessionStorage.setItem(KEPT, `${what}; load ${source === "*" ? "the sources" : source} again to apply it.`);
    decided = true;
  } catch (error) {
    said.textContent = error.message;
    if (decided) sessionStorage.setItem(KEPT, error.message);
  }
  underWay -= 1;
  if (decided && !underWay) location.reload();
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest(".decide, .undo");
  if (!form) return;
  event.preventDefault();
  act(form, form.elements.other?.value);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest(".decide button[name=actor]");
  if (button) act(button.form, button.value);
});

said.textContent = sessionStorage.getItem(KEPT) ?? "";
sessionStorage.removeItem(KEPT);
