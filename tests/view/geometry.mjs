// Reads {core, ties, days} from standard input and writes the page's own geometry and dates, to be compared with Python's.
import { readFileSync } from "node:fs";
const js = process.argv[2];
const load = (name) => import(`${js}/${name}.js`);
const { modelOf } = await load("data/data");
const { boxesOf, pictureOf } = await load("geometry/picture");
const { arrowHead, barOf } = await load("geometry/curves");
const { relationText } = await load("geometry/relations");
const { inForce, shownTies } = await load("data/select");
const { placesOf } = await load("data/sources");
const { initialState } = await load("data/state");
const input = JSON.parse(readFileSync(0, "utf-8"));
const model = modelOf(input.core);
const usual = shownTies(model, initialState({ everything: model.everything }));
const boxes = boxesOf(model, input.sizing, input.main ? "pairs" : "each");
const centres = model.A.x.map((x, i) => [x, model.A.y[i]]);
const picture = pictureOf(model, input.ties, boxes, centres, { bundle: input.lines, column: input.colour === "source" ? placesOf(model) : null });
process.stdout.write(JSON.stringify({
  usual,
  present: picture.present,
  boxes: boxes.map((box) => [box.a, box.b, box.font, box.lines, box.points]),
  lines: picture.lines.map(({ relation: r, curve, label }) => ({
    ends: [r.first, r.second], text: relationText(r), ties: r.ties, curve, arrow: arrowHead(curve, 2), bar: barOf(curve, 2), tone: r.tone, tint: r.tint,
    label: label && [label.plate.x, label.plate.y, label.plate.w, label.plate.h, label.plate.angle, label.text, label.way, label.lean],
  })),
  force: input.days.map((day) => Array.from({ length: model.m }, (_, t) => inForce(model.T, t, day))),
}));
