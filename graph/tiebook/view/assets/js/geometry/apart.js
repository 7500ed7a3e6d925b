/** Boxes pushed apart, where actors of a large network that stood as dots become boxes; as in Python (view/layout/stress.py). */

const GAP = 6; // px round a box
const WIDER = 1.15; // by which the picture grows where there is no room

/** @returns {[number, number][]} a copy of `centres` in which no box of `present` covers another */
export function pushApart(centres, boxes, present) {
  const out = centres.map(([x, y]) => [x, y]);
  while (!pushed(out, boxes, present)) for (const i of present) out[i] = out[i].map((v) => v * WIDER);
  return out;
}

/** Push for some rounds. @returns {boolean} whether all are apart */
function pushed(out, boxes, present) {
  for (let round = 0; round < 60; round += 1) {
    const move = new Map();
    present.forEach((i, k) => {
      for (const j of present.slice(0, k)) {
        const way = [out[i][0] - out[j][0], out[i][1] - out[j][1]];
        const over = [boxes[i].a + boxes[j].a + GAP - Math.abs(way[0]), boxes[i].b + boxes[j].b + GAP - Math.abs(way[1])];
        if (over[0] <= 0 || over[1] <= 0) continue;
        const axis = over[0] < over[1] ? 0 : 1;
        const step = over[axis] * (way[axis] < 0 ? -0.3 : 0.3);
        for (const [who, by] of [[i, step], [j, -step]]) {
          if (!move.has(who)) move.set(who, [0, 0]);
          move.get(who)[axis] += by;
        }
      }
    });
    if (!move.size) return true;
    for (const [i, by] of move) out[i] = [out[i][0] + by[0], out[i][1] + by[1]];
  }
  return present.every((i, k) => present.slice(0, k).every((j) =>
    Math.abs(out[i][0] - out[j][0]) >= boxes[i].a + boxes[j].a || Math.abs(out[i][1] - out[j][1]) >= boxes[i].b + boxes[j].b));
}
