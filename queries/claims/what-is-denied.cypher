// title: What is denied
// question: What is denied[ about {actor}][ ({tie})]?
// param actor: actor? -- either side, or a third actor that the claim is about
// param tie: tie? -- only ties of this type
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: from_name, tie, to_name, mode, mode_by, gloss, held_by, since, until, in_force, quote, paragraph, source, claim
// shows: from_name, tie, to_name, gloss, when
// noun: claim
// example: (none)
// example: --actor iran --tie sells-arms-to
// budget: 500 ms -- without an anchor every claim is read
// also: what is denied about {actor}; what is said not to hold; what is not the case about {actor}; denials about {actor}
// also: {tie} denied; what {actor} did not do; what does not exist between; what is not true of {actor}
// also: what did not happen to {actor}; what does the author say is not the case; negative claims about {actor}
// also: which {tie} of {actor} are denied; what is ruled out for {actor}; claims that something is not so
// also: what is rejected as false about {actor}; {actor} has no {tie}; never happened; what is untrue about {actor}
// also: what does the article refute about {actor}; what is wrong about {actor}
// also: what did not take place between {actor} and others; what has never happened with {actor}
// also: deny, not, untrue, false, negated, never, absent, refute, rebut, contradicted, ruled out, no such, does not exist
// also: nonexistent, not the case, did not happen, wrong, incorrect, lie, myth, disclaim, disavow, disputed, dismiss
// also: discredit, debunk, lacking, unfounded, contrary, did not take place, not true, no evidence
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $actor})<-[:FROM|TO|REGARDING]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE (c.negated OR c.stance = 'disputes')
  AND c.tie = $tie // if tie
  {{claim_filters c}}
OPTIONAL MATCH (c)-[w:BY]->(x)
WITH c, a, b, w, x
ORDER BY c.id, w.position, x.id
WITH c, a, b, collect(x.name) AS mode_by
RETURN a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.mode AS mode,
  mode_by AS mode_by,
  c.gloss AS gloss,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim
