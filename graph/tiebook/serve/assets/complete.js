// Completion of the fields of a form: offers what the server knows as it is typed.
const WAIT = 120; // ms after the last key

for (const input of document.querySelectorAll("input[data-kind]")) {
  const list = document.getElementById(input.getAttribute("list"));
  if (!["actor", "instrument", "event", "place", "factor", "issue", "entity", "source", "claim"].includes(input.dataset.kind)) continue;
  let timer = 0;
  let asked = "";
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = input.value.trim();
      if (!typed || typed === asked) return;
      asked = typed;
      const answer = await fetch(`/complete?${new URLSearchParams({ kind: input.dataset.kind, q: typed })}`).catch(() => null);
      const found = answer?.ok ? await answer.json() : null;
      if (asked !== typed) return; // a later question is under way, or answered
      if (!found) asked = ""; // to be asked again
      else list.replaceChildren(...found.map((each) => {
        const option = document.createElement("option");
        option.value = each.value;
        option.textContent = each.label;
        return option;
      }));
    }, WAIT);
  });
}
