// title: Who funds or trades with whom
// question: [Does {actor} trade with, fund or help {partner}|Whom does {actor} trade with, fund or help|Who trades with, funds or helps {partner}|Who trades with, funds or helps whom]?
// param actor: actor? -- who trades, invests, funds or helps
// param partner: entity? -- the other side: an actor or a region
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: actor, tie, partner, mechanism, via, gloss, held_by, inferred, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: actor, tie, partner, gloss, when
// noun: tie
// example: (none)
// example: --actor iran
// budget: 8000 ms -- without an anchor every tie of the type is listed, with its instruments
// also: who funds {partner}; who gives money to {partner}; whom does {actor} fund; with whom does {actor} trade
// also: who trades with {partner}; trade between {actor} and {partner}; {actor} investment in {partner}
// also: economic ties of {actor} with {partner}; economic relations of {actor}; {actor} aid to {partner}; aid from {actor}
// also: who invests in {partner}; where does {actor} invest; who finances {partner}; business of {actor} with {partner}
// also: who buys oil from {actor}; {actor} imports from {partner}; {actor} exports to {partner}; who helps {partner}
// also: whom does {actor} help; loans of {actor} to {partner}; {actor}'s trading partners
// also: who provides {partner} with aid; who gives {partner} aid; who gives {partner} money; aid that {actor} gives {partner}
// also: commerce between {actor} and {partner}; who pays {partner}; financial support from {actor} for {partner}
// also: who ~ {partner}; whom does {actor} ~; {actor} ~ {partner}; {partner} is ~ by {actor}; who bankrolls {partner}
// also: who puts money into {partner}; how does {actor} make money with {partner}; economic links of {actor}
// also: {actor} ~ in {partner}; ~ between {actor} and {partner}; who buys from {actor}; who sells to {partner}
// also: who gets money from {actor}; who gets aid from {actor}; donors of {partner}; {partner}'s donors
// also: fund, finance, money, pay, pays, paid, invest, trade, trading partner, commerce, business, economic, economy, aid
// also: help, assistance, loan, credit, oil, gas, energy, export, import, buy, sponsor, bankroll, subsidise, money flows
// also: contracts, infrastructure, donor, subsidy, cash, dollars, spend, lend, debt, grants, gifts, donate, market, sales
// also: purchases, goods, commodity, petroleum, pipeline, railway, port, construction, companies, firms, venture, profit
// also: supply, customers, stake, bank, project, rely economically, relief, humanitarian, support financially, sponsorship
// also: economic relations between {actor} and {partner}; economic ties between {actor} and {partner}; economic cooperation between {actor} and {partner}; business between {actor} and {partner}
// also: does {partner} get help from {actor}; {partner} gets aid from {actor}; does {partner} receive money from {actor}; {partner} receives assistance from {actor}
// either: buy, buys, bought, buying, buyer, buyers, purchase, purchases, import, imports, imported, importer, importers
MATCH (b:Actor|Instrument|Event|Place|Factor|Issue {id: $partner}) // if partner
MATCH (a:Actor)-[t:{{pattern set=exchange}}]->(b)
WHERE t.endorsed IS NOT NULL
  AND a.id = $actor // if actor
  {{filters t}}
WITH a, b, t, t.claim AS claim_id
OPTIONAL MATCH (c:Claim {id: claim_id})-[v:VIA]->(i)
WITH a, b, t, v, i
ORDER BY t.id, v.position, i.id
WITH a, b, t, collect(i.name) AS via
RETURN a.name AS actor,
  type(t) AS tie,
  b.name AS partner,
  t.mechanism AS mechanism,
  via AS via,
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
ORDER BY actor, tie, partner, tie_id
