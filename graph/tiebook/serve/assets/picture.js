// Puts the picture of an answer into the page, in its colours, wide or slim as the window is; a click on a box leads to its row.
// A network has a style of its own and stays an image; on a phone it is scrolled, and what it says of itself stands around it.
const slim = matchMedia("(max-width: 720px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const SMALLEST = 8 / 11; // of a network on a phone: its letters are 11 px high or more, and stay 8
const said = "Picture of the answer; the rows above hold the same content";
const asked = new WeakMap(); // the address that a figure was asked for last: a slower answer to an earlier one is not drawn

async function draw(figure) {
  const isNetwork = "network" in figure.dataset;
  const address = new URL(figure.dataset.network ?? figure.dataset.picture, location.href);
  address.searchParams.set("picture-theme", !isNetwork ? "page" : dark.matches ? "dark" : "light");
  const isSlim = slim.matches;
  if (isSlim) address.searchParams.set("picture-slim", "1");
  if (isSlim && isNetwork) address.searchParams.set("picture-bare", "1");
  asked.set(figure, address);
  const answer = await fetch(address);
  const text = await answer.text();
  if (asked.get(figure) !== address) return;
  if (!answer.ok) {
    const link = document.createElement("a");
    link.href = figure.dataset.network ?? figure.dataset.picture;
    link.textContent = "The picture could not be drawn: why";
    figure.replaceChildren(link);
    return;
  }
  if (isNetwork) {
    // its style is for the image alone: the page's policy would complain about it as it is read
    await frame(figure, text, isSlim ? parsed(text.replace(/<style>.*?<\/style>/gs, "")) : null);
    return;
  }
  const drawn = document.importNode(parsed(text), true);
  for (const each of drawn.querySelectorAll("script, style, foreignObject")) each.remove();
  drawn.setAttribute("role", "group");
  drawn.setAttribute("aria-label", said);
  figure.replaceChildren(drawn);
}

const parsed = (text) => new DOMParser().parseFromString(text, "image/svg+xml").documentElement;

/** Show a network as an image in a frame that opens where it says or on its middle, with title and caption around it where they are given. */
async function frame(figure, text, told) {
  const image = new Image();
  image.alt = said;
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  const box = document.createElement("div");
  box.className = "frame";
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Picture of the answer");
  box.append(image);
  const lines = ["title", "desc"].map((name) => {
    const line = document.createElement("div");
    line.className = name === "title" ? "heading" : "caption";
    line.dir = "auto";
    line.textContent = told?.querySelector(name)?.textContent ?? "";
    return line;
  });
  const caption = document.createElement("figcaption");
  caption.append(lines[1]);
  figure.replaceChildren(...(told ? [lines[0], box, caption] : [box]));
  await image.decode();
  const fits = box.clientWidth / image.naturalWidth;
  // nothing stands across the edges of a frame into which the picture fits with letters that can be read
  const scale = told && fits < 1 && fits >= SMALLEST ? fits : 1;
  if (scale < 1) image.width = box.clientWidth;
  const [x, y] = told?.dataset.opens?.split(" ").map((each) => each * scale) ?? [box.scrollWidth / 2, box.scrollHeight / 2];
  const left = (box.scrollWidth - image.width) / 2; // of a picture that is narrower than the frame
  box.scrollTo(left + x - box.clientWidth / 2, y - box.clientHeight / 2);
}

for (const figure of document.querySelectorAll("figure[data-picture], figure[data-network]")) {
  draw(figure);
  slim.addEventListener("change", () => draw(figure));
  if ("network" in figure.dataset) dark.addEventListener("change", () => draw(figure));
}
