// title: The claims of one paragraph
// question: Which claims does paragraph {number} make?
// param number: integer -- the number of the paragraph
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: from_name, tie, to_name, mode, negated, makes_tie, gloss, since, until, inferred, held_by, stance, quote, paragraph, source, claim
// shows: from_name, tie, to_name, gloss, when
// group: source
// noun: claim
// example: --number 30
// example: --number 38
// also: what does paragraph {number} say; what is claimed in paragraph {number}; claims of paragraph {number}
// also: show paragraph {number}; coding of paragraph {number}; para {number}; what was coded in paragraph {number}
// also: section {number}; claims in para {number}; what was coded from paragraph {number}; everything in paragraph {number}
// also: what is in paragraph {number}; paragraph number {number}
// also: paragraph, para, claims, passage, coded in, section, par, what is in, content of paragraph, numbered, coded from
// also: subsection
// also: what does paragraph {number} claim; what does paragraph {number} state; which claims are in paragraph {number}
MATCH (c:Claim {paragraph: $number})-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
WHERE c.quote IS NOT NULL
  {{claim_filters c}}
RETURN a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.mode AS mode,
  c.negated AS negated,
  c.makes_tie AS makes_tie,
  c.gloss AS gloss,
  c.since AS since,
  c.until AS until,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.stance AS stance,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, c.start_char, claim
