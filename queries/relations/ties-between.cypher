// title: Ties between two actors
// question: Which ties[ ({tie})] are there between {one} and {other}, in either direction?
// param one: actor -- one of the two
// param other: actor -- the other
// param tie: tie? -- only ties of this type
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: from_actor, tie, to_actor, sign, gloss, held_by, endorsed, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: from_actor, tie, to_actor, gloss, when
// noun: tie
// example: --one china --other iran
// example: --one china --other united-states --tie opposes
// also: ties between {one} and {other}; relations between {one} and {other}; relationship between {one} and {other}
// also: how are {one} and {other} related; how do {one} and {other} relate to each other; {one} {other} relations
// also: {one} {other} relationship; everything about {one} and {other}; what is between {one} and {other}
// also: {tie} between {one} and {other}; overview of the relations of {one} and {other}; relations of {one} with {other}
// also: ties of {one} and {other}; how do {one} and {other} stand to each other; bilateral relations of {one} and {other}
// also: do {one} and {other} get on; how good are relations between {one} and {other}
// also: what do {one} and {other} have to do with each other; {one} and {other}; does {one} get on well with {other}
// also: how well do {one} and {other} get on; are {one} and {other} on good terms; state of {one} {other} relations
// also: what connects {one} and {other}; what ties {one} to {other}; how is the relationship between {one} and {other}
// also: how friendly are {one} and {other}; how do {one} and {other} deal with each other
// also: what is the matter between {one} and {other}; what is going on between {one} and {other}
// also: are {one} and {other} friends or enemies; what about {one} and {other}
// also: {one} {other} ties; {one}-{other} ties
// also: tie, ties, relation, relationship, bilateral, dealings, between, each other, get on, get along, have to do with
// also: overview, everything, connections, status of relations, mutual relations, get on well, partnership
// also: state of relations, rapport, interaction, links, contacts, involvement, dynamics, nature, status, friendship
// also: treat each other, deal with each other, mutual, one another, terms, affairs, what is there, positive and negative
// also: summary, complete, in both directions, towards each other
// also: in what ways are {one} and {other} tied to each other; {one} and {other} tied to each other; in which way are {one} and {other} related
// also: {one}'s ties with {other}; ties of {one} with {other}; {one} ties with {other}; {one} ties to {other}
MATCH (one:Actor {id: $one})-[t]-(other:Actor {id: $other})
WHERE t.endorsed IS NOT NULL
  AND type(t) = $tie // if tie
  {{filters t}}
WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b
RETURN a.name AS from_actor,
  type(t) AS tie,
  b.name AS to_actor,
  t.sign AS sign,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.endorsed AS endorsed,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY tie, from_actor, paragraph, tie_id
