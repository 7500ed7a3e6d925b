// title: What only one source says
// question: What does only one of the texts[ ({source})] say about {actor}[ and {partner}]?
// note: One row for each type of tie between the same two actors that only one text mentions, in any mode, although other texts name both actors: they are silent on it. gloss is the plainest of its claims. Silence is not a denial. Data sets and claims that an analyst added are not compared.
// param actor: entity -- one of the two sides
// param partner: entity? -- the other side
// takes: source, no_inferred
// returns: from_name, tie, to_name, gloss, modes, denied, since, until, comparison, text, silent, claims, held_by, quote, paragraph, source, claim
// shows: gloss, tie, when
// group: comparison
// noun: relation
// example: --actor china --partner iran
// example: --actor china --source crs-china-primer
// example: --actor iran --partner russia
// also: what does only one source say about {actor}; what do the other sources not mention about {actor}
// also: what about {actor} is told by one text alone; what is not corroborated about {actor}; who alone says what about {actor}
// also: which claims about {actor} rest on a single source; what does one text alone say about {actor}
// also: what is missing in the other articles about {actor} and {partner}; single-source claims about {actor}
// also: claims about {actor} that no other text has; what is found in a single article only about {actor}
// also: claims on {actor} and {partner} that no other text has
// also: only one, single source, alone, sole, uncorroborated, not corroborated, unconfirmed, silent, not mention, omitted
// also: exclusive, unique to, no other source, rest on one, one text, left out, nobody else
MATCH (:Actor|Instrument|Event|Place|Factor|Issue {id: $actor})<-[:FROM|TO]-(c:Claim)
MATCH (c)-[:IN]->(s:Source)
WHERE s.kind = 'article' AND s.date IS NOT NULL // of a coded text: an analyst's own judgement is no second voice
WITH DISTINCT c
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE c.quote IS NOT NULL AND b.sources IS NOT NULL
  AND $partner IN [a.id, b.id] // if partner
  AND NOT c.inferred // if no_inferred
WITH c, a, b, c.tie IN {{types symmetric=yes}} AND b.id < a.id AS turned
WITH c, CASE WHEN turned THEN b ELSE a END AS one, CASE WHEN turned THEN a ELSE b END AS other
ORDER BY one.id, c.tie, other.id, c.negated, c.mode <> 'actual', c.paragraph, c.id
WITH one, other, c.tie AS tie, collect(c) AS said, count(DISTINCT c.source) AS voices
WITH one, other, tie, said, said[0].source AS own, voices
WHERE voices = 1
  AND own = $source // if source
MATCH (o:Source)
WHERE o.kind = 'article' AND o.date IS NOT NULL AND o.id <> own AND o.id IN one.sources AND o.id IN other.sources
WITH one, other, tie, said, own, o
ORDER BY one.id, tie, other.id, o.id
WITH one, other, tie, said, own, collect(o.name) AS silent
MATCH (s:Source {id: own})
RETURN one.name AS from_name,
  tie AS tie,
  other.name AS to_name,
  said[0].gloss AS gloss,
  [c IN said | c.mode] AS modes,
  all(c IN said WHERE c.negated OR c.stance = 'disputes') AS denied,
  said[0].since AS since,
  said[0].until AS until,
  s.name + ', silent: ' + reduce(names = silent[0], name IN silent[1..] | names + '; ' + name) AS comparison,
  s.name AS text,
  silent AS silent,
  size(said) AS claims,
  said[0].held_by AS held_by,
  said[0].quote AS quote,
  said[0].paragraph AS paragraph,
  s.id AS source,
  said[0].id AS claim
ORDER BY source, comparison, tie, from_name, to_name, claim
