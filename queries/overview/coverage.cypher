// title: What is coded, paragraph by paragraph
// question: Which paragraphs of the sources have claims, of which types, and who holds them?
// note: A paragraph without claims is a heading, or says nothing that the codebook covers. not_actual counts what is sought, feared, expected, conditional or possible.
// takes: source, no_inferred
// returns: text, number, claims, ties, denied, not_actual, inferred, types, holders, claim
// shows: text, number, claims, types, holders
// noun: paragraph
// example: (none)
// budget: 500 ms -- reads every claim of every article
// also: what does each paragraph code; which parts of the text have been coded; how many claims in each paragraph
// also: what is coded where; coverage of the text; which paragraphs have no claims; paragraph by paragraph; who coded what
// also: how much of the article is covered; claims a paragraph; what is not coded; how thoroughly was each paragraph coded
// also: which paragraphs lack claims; number of claims by paragraph
// also: coverage, covered, coded, coder, paragraph by paragraph, each paragraph, every paragraph, paragraphs, parts
// also: per paragraph, how many claims, gaps, uncoded, how much, completeness, thorough, density, claims per paragraph
// also: blank, empty, missing, lack, extent, share, proportion, untouched, skipped, section by section, statistics
MATCH (s:Source {kind: 'article'})
WHERE s.id IS NOT NULL
  AND s.id = $source // if source
WITH s, s.id AS source_id
MATCH (x:Claim {source: source_id})
WITH s, source_id, max(x.paragraph) AS final
WITH s, source_id, coalesce(s.paragraphs, final) AS final
UNWIND range(1, final) AS number
OPTIONAL MATCH (c:Claim {source: source_id, paragraph: number})
WHERE c.quote IS NOT NULL
  AND NOT c.inferred // if no_inferred
WITH s, number, c
ORDER BY s.id, number, c.id
WITH s, number, count(c) AS claims, sum(CASE WHEN c.makes_tie THEN 1 ELSE 0 END) AS ties, sum(CASE WHEN c.negated THEN 1 ELSE 0 END) AS denied, sum(CASE WHEN c.mode <> 'actual' THEN 1 ELSE 0 END) AS not_actual, sum(CASE WHEN c.inferred THEN 1 ELSE 0 END) AS inferred, collect(DISTINCT c.tie) AS types, collect(DISTINCT c.held_by) AS holders, collect(c.id) AS ids
RETURN s.name AS text,
  number AS number,
  claims AS claims,
  ties AS ties,
  denied AS denied,
  not_actual AS not_actual,
  inferred AS inferred,
  types AS types,
  holders AS holders,
  ids AS claim
ORDER BY text, s.id, number
