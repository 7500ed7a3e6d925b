// Puts the picture of an answer into the page, in its colours, wide or slim as the window is; a click on a box leads to its row.
const slim = matchMedia("(max-width: 720px)");
const asked = new WeakMap(); // the address that a figure was asked for last: a slower answer to an earlier one is not drawn

async function draw(figure) {
  const address = new URL(figure.dataset.picture, location.href);
  address.searchParams.set("picture-theme", "page");
  if (slim.matches) address.searchParams.set("picture-slim", "1");
  asked.set(figure, address);
  const answer = await fetch(address);
  const text = await answer.text();
  if (asked.get(figure) !== address) return;
  if (!answer.ok) {
    figure.hidden = true;
    return;
  }
  const read = new DOMParser().parseFromString(text, "image/svg+xml");
  const drawn = document.importNode(read.documentElement, true);
  for (const each of drawn.querySelectorAll("script, style, foreignObject")) each.remove();
  drawn.setAttribute("role", "group");
  drawn.setAttribute("aria-label", "Picture of the answer; the rows below hold the same content");
  figure.hidden = false;
  figure.replaceChildren(drawn);
}

for (const figure of document.querySelectorAll("figure[data-picture]")) {
  draw(figure);
  slim.addEventListener("change", () => draw(figure));
}
