// title: Where claims conflict
// question: Which claims[ about {actor}] are denied, disputed or given the opposite sign, although another claim says that they hold?
// note: One row per claim, with the claims of the same type between the same two actors that say otherwise. A denial is specific: a claim conflicts with it only if it regards all the matters that the denial names. Claims of opposite signs are about the same matter, or both about none. Times must be able to overlap; a claim without an end lasts until the day on which its source ends. between says whether sources or holders differ. One holder can say both for different reasons, so compare the mechanisms.
// param actor: entity? -- one of the two sides
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: from_name, tie, to_name, conflict, between, gloss, mechanism, regarding, said_to_hold, other_mechanism, other_regarding, held_by, since, until, in_force, other_held_by, other_quote, other_paragraph, other_claim, quote, paragraph, source, claim
// shows: gloss, conflict, between, said_to_hold, when
// noun: conflict
// example: (none)
// example: --actor china
// budget: 500 ms -- without an anchor every claim is read
// also: where do claims about {actor} conflict; contradictions in what is said about {actor}; does the text contradict itself on {actor}
// also: which statements about {actor} clash; inconsistencies on {actor}; claims that contradict each other
// also: conflicting statements about {actor}; what is disputed about {actor}; who says otherwise about {actor}
// also: disagreements over {actor}; what do sources disagree about concerning {actor}
// also: is there conflicting information about {actor}; opposite claims about {actor}; two versions of the same thing
// also: contested claims about {actor}; do any claims on {actor} contradict one another
// also: what do holders disagree about with regard to {actor}; is the coding of {actor} consistent
// also: does the text say both yes and no about {actor}
// also: contradict, conflict, clash, inconsistent, inconsistency, incompatible, disagree, dispute, otherwise, opposite
// also: statements, claims, contested, controversial, controversy, at odds with itself, diverging, discrepancy, versions
// also: one another, consistent, consistency, coherent, incoherent, paradox, irreconcilable, tension, mutually exclusive
// also: opposing, rival claims, competing claims, double, both, say otherwise, mixed, mixed messages
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $actor})<-[:FROM|TO]-(c:Claim) // if actor
WITH DISTINCT c // if actor
MATCH (c:Claim)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
MATCH (c)-[:IN]->(s:Source)
WHERE c.mode = 'actual'
  {{claim_filters c}}
MATCH (a)<-[x:FROM|TO]-(d:Claim)-[y:FROM|TO]->(b)
MATCH (d)-[:IN]->(o:Source)
WHERE d.mode = 'actual' AND NOT d.negated AND d.stance <> 'disputes' AND d.tie = c.tie AND d.id <> c.id AND type(x) <> type(y) AND (type(x) = 'FROM' OR c.tie IN {{types symmetric=yes}})
  AND d.source = $source // if source
  AND NOT coalesce(d.since_earliest > coalesce(c.until_latest, s.covers_until), false)
  AND NOT coalesce(c.since_earliest > coalesce(d.until_latest, o.covers_until), false)
  AND ((c.negated OR c.stance = 'disputes') AND all(m IN c.regarding WHERE m IN d.regarding) OR NOT c.negated AND c.stance <> 'disputes' AND c.sign * d.sign < 0 AND d.id < c.id AND (size(c.regarding) + size(d.regarding) = 0 OR any(m IN c.regarding WHERE m IN d.regarding)))
WITH DISTINCT c, a, b, d
ORDER BY c.id, d.paragraph, d.id
{{regarding_names d keep=a,b,c}}
WITH c, a, b, d, regarding AS other_regarding
ORDER BY c.id, d.paragraph, d.id
WITH c, a, b, collect(d) AS others, collect(other_regarding) AS other_regarding
{{regarding_names c keep=a,b,others,other_regarding}}
RETURN a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  CASE WHEN c.negated THEN 'denied' WHEN c.stance = 'disputes' THEN 'disputed' ELSE 'opposite sign' END AS conflict,
  CASE WHEN any(d IN others WHERE d.source <> c.source) THEN 'sources' WHEN any(d IN others WHERE d.held_by <> c.held_by) THEN 'holders' ELSE 'one holder' END AS between,
  c.gloss AS gloss,
  c.mechanism AS mechanism,
  regarding AS regarding,
  [d IN others | d.gloss] AS said_to_hold,
  [d IN others | d.mechanism] AS other_mechanism,
  other_regarding AS other_regarding,
  c.held_by AS held_by,
  c.since AS since,
  c.until AS until,
  {{in_force c}} AS in_force, // if as_of
  [d IN others | d.held_by] AS other_held_by,
  [d IN others | d.quote] AS other_quote,
  [d IN others | d.paragraph] AS other_paragraph,
  [d IN others | d.id] AS other_claim,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim
