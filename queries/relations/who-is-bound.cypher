// title: Who issued, joined or complies with an instrument
// question: [Has {actor} issued, joined or complied with {instrument}|Who issued, joined or complies with {instrument}|What has {actor} issued, joined or complied with|Who issued, joined or complies with what]?
// note: A breach is coded as a denied compliance: ask what-is-denied.
// param instrument: entity? -- an agreement, order, resolution or policy, or anything else that is complied with
// param actor: actor? -- only what this actor issued, joined or complies with
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: instrument, dated, tie, actor, regarding, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: instrument, tie, actor, gloss, when
// noun: tie
// example: (none)
// example: --instrument executive-order-13949
// example: --instrument jcpoa --as-of 2016-01-16
// budget: 5000 ms -- without an anchor every tie of the type is listed
// also: who is party to {instrument}; which parties signed {instrument}; who signed {instrument}; who issued {instrument}
// also: who is bound by {instrument}; who complies with {instrument}; who keeps to {instrument}; signatories of {instrument}
// also: parties to {instrument}; who made {instrument}; author of {instrument}; who adopted {instrument}
// also: which agreements has {actor} signed; which treaties is {actor} party to; what has {actor} issued
// also: is {actor} bound by {instrument}; does {actor} comply with {instrument}; did {actor} join {instrument}
// also: what does {actor} comply with; who launched {instrument}; members of {instrument}; who proclaimed {instrument}
// also: what obligations has {actor} taken on; who respects {instrument}; orders issued by {actor}; who ~ {instrument}
// also: {actor} ~ {instrument}; {instrument} was ~ by {actor}; whose signature is on {instrument}
// also: who sticks to {instrument}; who agreed to {instrument}; who stands behind {instrument}; who passed {instrument}
// also: who violates {instrument}; who has to follow {instrument}; who came up with {instrument}
// also: which rules apply to {actor}
// also: party, sign, signatory, issue, bound, bind, comply, keep to, adhere, adopted, ratify, join, accede, abide, respect
// also: launched, made, proclaimed, enact, obey, observe, honour, implement, treaty, agreement, obligations, accession
// also: stick to, decree, signature, sticks, follows, fulfil, carry out, keeps, upholds, concluded, negotiated, passed
// also: decreed, promulgated, published, authored, drafted, wrote, initiated, invented, introduced, partner to, member of
// also: subject to, commitment, contracting, endorsed, participants, participate, violated, breach, breaks, withdrew
// also: withdraw, left, came up with, applies
// also: who ignores {instrument}; who disregards {instrument}; disregards
// also: which agreements bind {actor}; what binds {actor}; {actor} is bound by {instrument}
// unlike: ignore, ignores, ignored, disregard, disregards, disregarded, violate, violates, violated, breach, breaches, breached, breaks, broke, withdraw, withdrew, left, leave, quit
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $instrument}) // if instrument
MATCH (a:Actor)-[t:{{pattern set=instrument}}]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
{{regarding_names t keep=a,b}}
RETURN b.name AS instrument,
  b.date AS dated,
  type(t) AS tie,
  a.name AS actor,
  regarding AS regarding,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY instrument, tie, actor, tie_id
