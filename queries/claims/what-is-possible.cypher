// title: What is expected, possible or conditional
// question: What is said to be [{mode}|expected, possible or conditional][ about {actor}]?
// note: None of these counts as a tie. For what is wanted, ask who-seeks-what; for what is feared, what-is-feared.
// param actor: entity? -- either side, or what the claim is about
// param mode: mode? -- only expected, hypothetical or conditional
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: mode, from_name, tie, to_name, negated, condition, expected_by, gloss, held_by, since, until, in_force, quote, paragraph, source, claim
// shows: from_name, tie, to_name, gloss, condition
// noun: claim
// example: (none)
// example: --actor iran --mode expected
// budget: 500 ms -- without an anchor every claim is read
// also: what might happen with {actor}; what could happen to {actor}; what is possible for {actor}
// also: what is expected of {actor}; what would {actor} do if; things {actor} would do only under a condition
// also: what may come about for {actor}; future of {actor}; predictions about {actor}; forecasts for {actor}
// also: hypothetical claims about {actor}; expectations about {actor}; if and only if; scenarios for {actor}
// also: prospects of {actor}; potential ties of {actor}; likely to happen to {actor}; what might happen to {actor}
// also: under which circumstances could {actor} act; what are the chances for {actor}; what may become of {actor}
// also: what might happen between {actor} and; what could happen between {actor} and; what may happen between {actor} and
// also: what could {actor} end up doing; what could {actor} do
// also: what may {actor} do next; what might {actor} do next
// also: possible, possibility, possibly, might, could, may, would, will, if, conditional, condition, hypothetical, expected
// also: likely, unlikely, potential, potentially, future, prospect, predict, forecast, speculation, what if, anticipated
// also: under some condition, happen, might happen, come about, circumstances, chance, odds, probable, probability
// also: plausible, conceivable, imaginable, perhaps, maybe, eventuality, outlook, foreseeable, foreseen, assumption, assumed
// also: contingent, contingency, feasible, opportunity, hypotheses, scenario, one day, soon, down the road, looming
// also: tomorrow, next years, end up
// also: what might {actor} do; what may {actor} do
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $actor})<-[:FROM|TO|REGARDING]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE c.mode IN ['expected', 'hypothetical', 'conditional']
  AND c.mode = $mode // if mode
  {{claim_filters c}}
OPTIONAL MATCH (c)-[w:BY]->(x)
WITH c, a, b, w, x
ORDER BY c.id, w.position, x.id
WITH c, a, b, collect(x.name) AS expected_by
RETURN c.mode AS mode,
  a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.negated AS negated,
  c.condition AS condition,
  expected_by AS expected_by,
  c.gloss AS gloss,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY mode, source, paragraph, claim
