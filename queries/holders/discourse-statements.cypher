// title: Statements for discourse network analysis
// question: [With which concepts does {speaker} agree or disagree|Who agrees or disagrees with which concept], and in which words?
// note: One row per statement, with the columns of Discourse Network Analyzer (person or organization, concept, agreement, date); use --format csv. A statement is a position of the actor's own (supports, opposes, criticises, seeks, sees a danger in, views), or a wish, fear or belief that is reported of it.
// param speaker: actor? -- only this speaker
// takes: source, no_inferred
// returns: speaker, speaker_type, concept, agreement, kind, day, gloss, inferred, held_by, quote, paragraph, source, claim
// shows: speaker, concept, agreement, gloss, day
// noun: statement
// example: (none)
// example: --speaker china
// budget: 500 ms -- without an anchor every claim is read
// also: statements by {speaker}; statements for a discourse network; who agrees or disagrees with which concept
// also: who says yes or no to which idea; export for Discourse Network Analyzer; DNA export; positions of {speaker} verbatim
// also: statements of {speaker} with concept and agreement; who is for and who is against which idea, in which words
// also: agreement and disagreement with concepts; discourse network of {speaker}; statement list for DNA
// also: give me the pro and con statements of {speaker}; all positions of {speaker} on concepts
// also: statement, discourse, discourse network, DNA, analyzer, agree, disagree, concept, verbatim, speaker, wording, idea
// also: yes or no, pro and con, for and against, approve, disapprove, export, positions, pros, cons, taking sides, stances
// also: utterances, sayings, quotes, csv, coded statements, endorse or reject
MATCH (s:Actor)<-[r:FROM|BY|HELD_BY]-(c:Claim)
WHERE (type(r) = 'FROM' AND c.mode = 'actual' AND c.tie IN {{types set=position}} AND (c.sign <> 0 OR c.tie = 'SEEKS') OR type(r) = 'BY' AND c.mode IN ['sought', 'feared'] OR type(r) = 'HELD_BY' AND c.mode = 'actual' AND c.stance = 'reports' AND NOT c.tie IN {{types set=position}})
  AND s.id = $speaker // if speaker
  {{claim_filters c}}
MATCH (c)-[:FROM]->(a)
MATCH (c)-[:TO]->(b)
OPTIONAL MATCH (c)-[g:REGARDING]->(m)
WITH s, r, c, a, b, g, m
ORDER BY c.id, s.id, type(r), g.position, m.id
WITH s, type(r) AS role, c, a, b, collect(m.name) AS matters
WITH s, role, c, CASE WHEN role = 'FROM' THEN coalesce(b.gloss, b.name) ELSE a.name + ' ' + c.tie + ' ' + coalesce(b.gloss, b.name) END AS thing, CASE WHEN role = 'FROM' AND (NOT b:Actor OR c.tie = 'VIEWS_AS') THEN [] ELSE matters END AS matters
RETURN s.name AS speaker,
  CASE WHEN s:Person THEN 'person' ELSE 'organization' END AS speaker_type,
  thing + reduce(joined = '', each IN matters | joined + CASE joined WHEN '' THEN ' on ' ELSE ', ' END + each) AS concept,
  (CASE WHEN role = 'FROM' AND c.tie <> 'SEEKS' THEN c.sign > 0 WHEN role = 'BY' THEN c.mode = 'sought' ELSE true END) <> c.negated AS agreement,
  CASE role WHEN 'FROM' THEN 'position' WHEN 'BY' THEN c.mode ELSE 'belief' END AS kind,
  coalesce(c.said_on, c.since) AS day,
  c.gloss AS gloss,
  c.inferred AS inferred,
  c.held_by AS held_by,
  c.quote AS quote,
  c.paragraph AS paragraph,
  c.source AS source,
  c.id AS claim
ORDER BY source, paragraph, claim, speaker, kind
