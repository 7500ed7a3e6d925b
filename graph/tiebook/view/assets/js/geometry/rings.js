/** Places for a neighbourhood cut out of a large network: the actor in the middle, the others on rings around. */

/** @returns {[number, number][]} a copy of `centres` with the actors of `ties` placed anew */
export function rings(model, ties, ego, centres) {
  const { T } = model;
  const steps = new Map([[ego, 0]]);
  const weight = new Map();
  let edge = [ego];
  while (edge.length) {
    const next = [];
    const from = new Set(edge);
    for (const t of ties) {
      for (const [a, b] of [[T.source[t], T.target[t]], [T.target[t], T.source[t]]]) {
        if (!from.has(a)) continue;
        weight.set(b, (weight.get(b) ?? 0) + 1);
        if (steps.has(b)) continue;
        steps.set(b, steps.get(a) + 1);
        next.push(b);
      }
    }
    edge = next;
  }
  const turn = (i) => Math.atan2(centres[i][1] - centres[ego][1], centres[i][0] - centres[ego][0]);
  const rest = [...steps.keys()].filter((i) => i !== ego)
    .sort((i, j) => steps.get(i) - steps.get(j) || weight.get(j) - weight.get(i) || i - j);
  const out = centres.slice();
  out[ego] = [0, 0];
  let done = 0;
  for (let ring = 0; done < rest.length; ring += 1) {
    const radius = 210 + 105 * ring;
    const room = Math.floor((2 * Math.PI * radius * 1.2) / 150);
    const here = rest.slice(done, done + room).sort((i, j) => turn(i) - turn(j) || i - j);
    here.forEach((i, k) => {
      const angle = (2 * Math.PI * (k + (ring % 2) / 2)) / here.length - Math.PI;
      out[i] = [Math.cos(angle) * radius * 1.45, Math.sin(angle) * radius];
    });
    done += room;
  }
  return out;
}
