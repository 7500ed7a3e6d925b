// title: Arms sales as claimed and as recorded
// question: What does the trade register say about the arms sales[ of {supplier}][ to {recipient}] that a text asserts or denies?
// note: One row per claim and register. The register's orders for the pair are compared with the time that the claim is about (for an undated claim, up to the end of its text), whatever the weapon: see items. Years are those of delivery, not of order; perhaps_then counts orders whose year of delivery is only partly in that time. If no order is identified, there may still have been one: look at before and at what the register covers (--coverage).
// param supplier: actor? -- who is said to sell, or not to
// param recipient: actor? -- who is said to buy, or not to
// takes: source, as_seen_by, asserted_only, no_inferred
// returns: supplier, recipient, said, gloss, since, until, register_says, then_delivered, perhaps_then, before, last_before, after, items, register_source, register_covers, held_by, quote, paragraph, source, claim, tie_id
// shows: gloss, said, register_says, then_delivered, before
// noun: claim
// example: (none)
// example: --supplier china --recipient iran
// budget: 1500 ms -- without an anchor every transfer is listed
// also: does the register confirm the arms sales of {supplier} to {recipient}
// also: arms sales of {supplier} to {recipient} claimed and recorded
// also: claimed versus recorded weapon transfers from {supplier} to {recipient}
// also: does SIPRI confirm {supplier} arms sales to {recipient}; is it true that {supplier} sold arms to {recipient}
// also: check the arms claims about {supplier} and {recipient} against SIPRI
// also: what does the trade register hold of {supplier} and {recipient}; the article's arms sales against the register
// also: are the arms sales of {supplier} to {recipient} in the data
// also: is it on record that {supplier} supplied arms to {recipient}
// also: do the data confirm that {supplier} sold weapons to {recipient}
// also: does the arms trade register know of sales of {supplier} to {recipient}
// also: the claim that {supplier} arms {recipient} against the record
// also: register, trade register, SIPRI, record, on record, claimed, confirm, verify, check, fact check, true, versus
// also: against the data, match, corroborate, arms sales, arms, weapons, transfers, article, text, documented, proof, proven
// also: evidence, substantiated, validate, cross-check, compare, comparison, hold up, stand up, contradicted, borne out
// also: says the register, SIPRI data, database, really sell, in truth, alleged, allegedly, asserted, supplied, sold
// also: arms sales to {recipient} on record; arms sales of {supplier} on record
MATCH (c:Claim {tie: 'SELLS_ARMS_TO'})-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
MATCH (c)-[:IN]->(own:Source)
WHERE c.mode = 'actual'
  AND a.id = $supplier // if supplier
  AND b.id = $recipient // if recipient
  {{claim_filters c}}
WITH c, a, b, c.since_earliest AS opens, coalesce(c.until_latest, c.until_earliest, own.covers_until) AS closes
OPTIONAL MATCH (s:Source {kind: 'dataset'})
WHERE 'SELLS_ARMS_TO' IN s.tie_types AND s.superseded_by IS NULL
WITH c, a, b, opens, closes, s, s.id AS register
OPTIONAL MATCH (a)-[t:SELLS_ARMS_TO]->(b)
WHERE t.source = register AND t.item IS NOT NULL
WITH c, a, b, opens, closes, s, t, any(y IN t.years WHERE (opens IS NULL OR date(y + '-01-01') >= opens) AND (closes IS NULL OR date(y + '-12-31') <= closes)) AS surely, any(y IN t.years WHERE (opens IS NULL OR date(y + '-12-31') >= opens) AND (closes IS NULL OR date(y + '-01-01') <= closes)) AS perhaps, [y IN t.years WHERE date(y + '-12-31') < opens] AS earlier, [y IN t.years WHERE date(y + '-01-01') > closes] AS later
ORDER BY c.id, s.id, t.until, t.id
WITH c, a, b, opens, closes, s, collect(CASE WHEN surely THEN t.id END) AS certain, collect(CASE WHEN perhaps AND NOT surely THEN t.id END) AS possible, count(CASE WHEN size(earlier) > 0 THEN t.id END) AS before, max(CASE WHEN size(earlier) > 0 THEN earlier[size(earlier) - 1] END) AS last_before, count(CASE WHEN size(later) > 0 THEN t.id END) AS after, collect(CASE WHEN perhaps THEN t.item END) AS items, c.negated OR c.stance = 'disputes' AS denied
RETURN a.name AS supplier,
  b.name AS recipient,
  CASE WHEN denied THEN 'no sale' ELSE 'sale' END AS said,
  c.gloss AS gloss,
  c.since AS since,
  c.until AS until,
  CASE WHEN s.id IS NULL THEN 'no register is loaded' WHEN opens > s.covers_until OR closes < s.covers_since THEN 'outside its coverage' WHEN size(certain) > 0 AND denied THEN 'contradicts' WHEN size(certain) > 0 THEN 'agrees' WHEN size(possible) > 0 AND denied THEN 'may contradict' WHEN size(possible) > 0 THEN 'may agree' WHEN denied THEN 'agrees: none identified' ELSE 'none identified' END AS register_says,
  CASE WHEN s.id IS NOT NULL AND NOT coalesce(opens > s.covers_until OR closes < s.covers_since, false) THEN size(certain) END AS then_delivered,
  CASE WHEN s.id IS NOT NULL AND NOT coalesce(opens > s.covers_until OR closes < s.covers_since, false) THEN size(possible) END AS perhaps_then,
  CASE WHEN s.id IS NOT NULL THEN before END AS before,
  last_before AS last_before,
  CASE WHEN s.id IS NOT NULL THEN after END AS after,
  items AS items,
  s.id AS register_source,
  toString(s.covers_since) + ' to ' + toString(s.covers_until) AS register_covers,
  c.held_by AS held_by,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim,
  certain + possible AS tie_id
ORDER BY source, paragraph, claim, register_source
