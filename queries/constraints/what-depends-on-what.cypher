// title: What depends on what, and who controls it
// question: [Does {dependent} depend on {on}|What does {dependent} depend on|Who or what depends on {on}|Who or what depends on what], and who controls it?
// param dependent: entity? -- who or what depends
// param on: entity? -- what it depends on
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: dependent, depends_on, mechanism, controlled_by, gloss, held_by, inferred, since, until, in_force, control_quote, control_tie_id, quote, paragraph, source, record, tie_id
// shows: dependent, depends_on, mechanism, controlled_by, when
// noun: dependence
// example: (none)
// example: --dependent belt-and-road-initiative --on suez-canal
// budget: 25000 ms -- without an anchor every tie of the type is listed, with who controls its object
// also: what does {dependent} depend on; who depends on {on}; who needs {on}; dependence of {dependent}
// also: dependencies of {dependent}; {dependent} relies on {on}; reliance of {dependent} on {on}; who relies on {on}
// also: who controls what {dependent} depends on; chokepoints of {dependent}; vulnerabilities of {dependent}
// also: what is indispensable for {dependent}; {dependent} cannot do without; what {dependent} needs
// also: who would suffer without {on}; importance of {on}; on what does {dependent} ~; for whom is {on} vital
// also: what hangs on {on}; what would happen to {dependent} without {on}
// also: depend, dependency, rely, need, hinge, require, vulnerable, vulnerability, chokepoint, bottleneck, indispensable
// also: vital, essential, lifeline, cannot do without, tied to, hang, rest, hooked, addicted, subject to, lean, backbone
// also: crucial, critical, precondition, underpin, rely on, at the mercy, exposed, exposure, supply, crutch
// also: do {dependent} and {on} depend on each other; mutual dependence of {dependent} and {on}; depend on each other
// also: can {dependent} count on {on}; {dependent} counts on {on}; who counts on {on}; on whom can {dependent} count
// also: count on, counts on, count
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $on}) // if on
MATCH (a:Actor|Instrument|Event|Place|Factor|Issue {id: $dependent}) // if dependent
MATCH (a)-[t:DEPENDS_ON]->(b)
WHERE t.endorsed IS NOT NULL
  {{filters t}}
OPTIONAL MATCH (x:Actor)-[k:CONTROLS]->(b)
WITH a, b, t, x, k
ORDER BY t.id, x.id, k.id
WITH a, b, t, collect(DISTINCT x.name) AS controlled_by, collect(k.quote) AS control_quote, collect(k.id) AS control_tie_id
RETURN a.name AS dependent,
  b.name AS depends_on,
  t.mechanism AS mechanism,
  controlled_by AS controlled_by,
  t.gloss AS gloss,
  t.held_by AS held_by,
  t.inferred AS inferred,
  t.since AS since,
  t.until AS until,
  {{in_force t}} AS in_force, // if as_of
  control_quote AS control_quote,
  control_tie_id AS control_tie_id,
  t.quote AS quote,
  t.paragraph AS paragraph,
  t.source AS source,
  t.record AS record,
  t.id AS tie_id
ORDER BY dependent, depends_on, tie_id
