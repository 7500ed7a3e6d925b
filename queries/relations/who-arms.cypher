// title: Who arms whom
// question: [Does {supplier} sell or transfer arms to {recipient}|Who sells or transfers arms to {recipient}|To whom does {supplier} sell or transfer arms|Who sells or transfers arms to whom]?
// note: Only transfers that a source says take place; denied, sought and expected ones are claims: ask what-is-denied, who-seeks-what. A trade register's orders and its TIV tables tell of the same transfers: deliveries and arms-on-record take the orders.
// param recipient: actor? -- who receives arms
// param supplier: actor? -- who supplies them
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: supplier, recipient, mechanism, held_by, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: supplier, recipient, mechanism, when
// noun: tie
// example: --supplier china
// example: --recipient saudi-arabia
// budget: 2000 ms -- without an anchor every tie of the type is listed
MATCH (a:Actor)-[t:SELLS_ARMS_TO]->(b:Actor)
WHERE t.endorsed IS NOT NULL
  AND a.id = $supplier // if supplier
  AND b.id = $recipient // if recipient
  {{filters t}}
RETURN a.name AS supplier,
  b.name AS recipient,
  t.mechanism AS mechanism,
  t.held_by AS held_by,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY supplier, recipient, tie_id
