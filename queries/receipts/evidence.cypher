// title: The evidence for a claim or tie
// question: Who makes [the claim {claim}|a claim], in which words, about whom and when?
// param claim: claim -- the id of a claim, or of the tie that it makes
// returns: from_name, tie, to_name, sign, mode, negated, makes_tie, stance, held_by, mode_by, inferred, confidence, gloss, regarding, factor, via, condition, mechanism, constraint, about, since, until, said_on, quote, paragraph, start_char, end_char, source, citation, claim
// noun: claim
// example: --claim p30-us-constrains-china
// also: evidence for {claim}; proof for {claim}; who says {claim}; where does it say {claim}; quote for {claim}
// also: source sentence for {claim}; original words of {claim}; back up {claim}; what supports {claim}; receipt of {claim}
// also: details of {claim}; show {claim}; source of {claim}; where is {claim} from; on what does {claim} rest
// also: how do we know {claim}; text passage of {claim}; verify {claim}
// also: evidence, proof, prove, quote, sentence, source sentence, wording, original words, exact words, receipt, citation
// also: passage, who says, where does it say, back up, details, reference, substantiate, basis, original, verbatim, cite
// also: excerpt, extract, snippet, footnote, verify, verification, grounds, rest, justify, justification, paragraph of
// also: documentation, document, where from, underlying
MATCH (c:Claim {id: $claim})-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
MATCH (c)-[:IN]->(s:Source)
OPTIONAL MATCH (c)-[:BECAUSE_OF]->(f:Factor)
OPTIONAL MATCH (c)-[w:BY]->(x)
WITH c, a, b, s, f, w, x
ORDER BY w.position, x.id
WITH c, a, b, s, f, collect(x.name) AS mode_by
OPTIONAL MATCH (c)-[r:REGARDING]->(y)
WITH c, a, b, s, f, mode_by, r, y
ORDER BY r.position, y.id
WITH c, a, b, s, f, mode_by, collect(y.name) AS regarding
OPTIONAL MATCH (c)-[v:VIA]->(i)
WITH c, a, b, s, f, mode_by, regarding, v, i
ORDER BY v.position, i.id
WITH c, a, b, s, f, mode_by, regarding, collect(i.name) AS via
OPTIONAL MATCH (c)-[o:ABOUT]->(other:Claim)
WITH c, a, b, s, f, mode_by, regarding, via, o, other
ORDER BY o.position, other.id
WITH c, a, b, s, f, mode_by, regarding, via, collect(other.id) AS about
RETURN a.name AS from_name,
  c.tie AS tie,
  coalesce(b.gloss, b.name) AS to_name,
  c.sign AS sign,
  c.mode AS mode,
  c.negated AS negated,
  c.makes_tie AS makes_tie,
  c.stance AS stance,
  c.held_by AS held_by,
  mode_by AS mode_by,
  c.inferred AS inferred,
  c.confidence AS confidence,
  c.gloss AS gloss,
  regarding AS regarding,
  f.name AS factor,
  via AS via,
  c.condition AS condition,
  c.mechanism AS mechanism,
  c.constraint AS constraint,
  about AS about,
  c.since AS since,
  c.until AS until,
  c.said_on AS said_on,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.start_char AS start_char,
  c.end_char AS end_char,
  c.source AS source,
  s.citation AS citation,
  c.id AS claim
ORDER BY claim
