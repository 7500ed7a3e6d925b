// title: Discourse coalitions
// question: [Who takes the same position as {actor} on a concept, or the opposite one|Which two actors take the same position on a concept, or opposite ones]?
// note: Compares positions (supports, opposes, criticises, seeks, sees a danger in, views) on the same thing, or on the same actor in the same matters; a denied position counts as its opposite. discourse-statements lists the rows behind each pair.
// param actor: actor? -- one of the two
// takes: source, no_inferred
// returns: concept, one, other, position, one_agrees, other_agrees, gloss, other_gloss, held_by, other_held_by, other_quote, other_paragraph, other_claim, quote, paragraph, source, claim
// shows: concept, one, other, position, gloss
// noun: pair
// example: (none)
// example: --actor china
// budget: 500 ms -- without an anchor every claim is read
// also: who takes the same side as {actor}; who agrees with {actor}; pairs that agree on the same ideas
// also: which two actors take the same position; coalitions in the discourse; camps in the debate
// also: who shares the position of {actor}; who argues like {actor}; who are the allies of {actor} in the debate
// also: opponents in the debate; like-minded actors; which actors agree or disagree with each other; who thinks alike
// also: discourse coalition of {actor}; which pairs hold opposite positions; who sides with {actor}
// also: who sides with {actor} in this discourse; who is in the same camp as {actor}; who thinks the same as {actor}
// also: coalition, discourse, debate, same side, same position, opposite position, camp, agree, like-minded, pair, share
// also: alike, concept, idea, stance, side with, discursive, alignment, sides, bloc, line up, consensus, unanimous, concur
// also: same camp, same view, share views, kindred, opposed, opposite, argument, fronts, common cause, united
MATCH (c:Claim {mode: 'actual'})-[:FROM]->(s:Actor)
MATCH (c)-[:TO]->(b)
WHERE c.tie IN {{types set=position}} AND (c.sign <> 0 OR c.tie = 'SEEKS')
  {{claim_filters c}}
OPTIONAL MATCH (c)-[g:REGARDING]->(m)
WITH s, c, b, g, m
ORDER BY c.id, g.position, m.id
WITH s, c, b, collect(m.name) AS found
WHERE NOT b:Actor OR size(found) > 0 AND c.tie <> 'VIEWS_AS'
WITH c, b, CASE WHEN b:Actor THEN found ELSE [] END AS matters
WITH c, [b.name] + matters AS names, b.name + reduce(joined = '', each IN matters | joined + CASE joined WHEN '' THEN ' on ' ELSE ', ' END + each) AS concept
ORDER BY concept, c.id
WITH concept, collect(c) AS claims, collect(names)[0] AS names
UNWIND claims AS c
UNWIND claims AS d
WITH concept, names, c, d
WHERE c.id <> d.id
MATCH (c)-[:FROM]->(one)
MATCH (d)-[:FROM]->(other)
WHERE one.id < other.id
  AND $actor IN [one.id, other.id] // if actor
WITH concept, names, c, d, one, other, (CASE WHEN c.tie = 'SEEKS' THEN true ELSE c.sign > 0 END) <> c.negated AS first_agrees, (CASE WHEN d.tie = 'SEEKS' THEN true ELSE d.sign > 0 END) <> d.negated AS second_agrees
RETURN concept AS concept,
  one.name AS one,
  other.name AS other,
  CASE WHEN first_agrees = second_agrees THEN 'same side' ELSE 'opposite sides' END AS position,
  first_agrees AS one_agrees,
  second_agrees AS other_agrees,
  c.gloss AS gloss,
  d.gloss AS other_gloss,
  c.held_by AS held_by,
  d.held_by AS other_held_by,
  d.quote AS other_quote,
  d.paragraph AS other_paragraph,
  d.id AS other_claim,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY names, one, other, claim, other_claim
