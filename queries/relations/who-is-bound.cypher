// title: Who made, joined or keeps to an instrument
// question: Who issued, is party to or complies with {instrument}?
// note: A breach is a denied compliance: ask what-is-denied.
// param instrument: entity? -- an agreement, order, resolution, policy, or what is complied with
// param actor: actor? -- only what this actor issued, joined or keeps to
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: instrument, dated, tie, actor, regarding, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// example: (none)
// example: --instrument executive-order-13949
// example: --instrument jcpoa --as-of 2016-01-16
// budget: 2000 ms -- without an anchor every tie of the type is listed
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $instrument}) // if instrument
MATCH (a:Actor)-[t:ISSUES|PARTY_TO|COMPLIES_WITH]->(b)
WHERE t.endorsed IS NOT NULL
  AND t.superseded_by IS NULL // if not source
  AND a.id = $actor // if actor
  AND t.source = $source // if source
  AND $as_seen_by IN t.holder // if as_seen_by
  AND t.endorsed // if asserted_only
  AND NOT t.inferred // if no_inferred
  AND (t.since_earliest IS NULL OR t.since_earliest <= $as_of) AND (t.until_latest IS NULL OR t.until_latest >= $as_of) // if as_of
RETURN b.name AS instrument,
  b.date AS dated,
  type(t) AS tie,
  a.name AS actor,
  t.regarding AS regarding,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  CASE WHEN t.since_earliest IS NULL AND t.until_latest IS NULL THEN 'undated' WHEN t.since_latest <= $as_of AND t.until_earliest >= $as_of THEN 'certainly' WHEN t.until_latest IS NULL AND t.until_earliest < $as_of THEN 'unknown' ELSE 'possibly' END AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY instrument, tie, actor, tie_id
