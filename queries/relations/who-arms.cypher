// title: Who arms whom
// question: [Does {supplier} sell or transfer arms to {recipient}|Who sells or transfers arms to {recipient}|To whom does {supplier} sell or transfer arms|Who sells or transfers arms to whom]?
// note: Lists only transfers that a source says take place. Those that are denied, sought or expected are claims: ask what-is-denied, who-seeks-what or what-is-possible. A trade register's orders and its TIV tables cover the same transfers; deliveries and arms-on-record use the orders.
// param recipient: actor? -- who receives arms
// param supplier: actor? -- who supplies them
// takes: as_of, source, as_seen_by, asserted_only, no_inferred
// returns: supplier, recipient, mechanism, held_by, since, until, in_force, quote, paragraph, source, record, tie_id
// shows: supplier, recipient, mechanism, when
// noun: tie
// example: --supplier china
// example: --recipient saudi-arabia
// budget: 2000 ms -- without an anchor every tie of the type is listed
// also: who arms {recipient}; whom does {supplier} arm; {supplier} arms {recipient}; is {recipient} armed by {supplier}
// also: who sells weapons to {recipient}; who supplies {recipient} with weapons; arms sales of {supplier}
// also: arms sales of {supplier} to {recipient}; {supplier} arms sales to {recipient}; arms sales to {recipient}
// also: weapons purchases of {recipient}; to whom does {supplier} sell arms; where does {recipient} buy its weapons
// also: who got {supplier} weapons; which countries got {supplier} drones; {supplier} weapons customers
// also: {recipient} gets arms from {supplier}; does {supplier} sell arms to {recipient}
// also: {recipient} buys weapons from {supplier}; arms suppliers of {recipient}; weapons from {supplier}
// also: weapons for {recipient}; who equips {recipient}; {supplier} provides weapons to {recipient}
// also: arms imports of {recipient}; arms exports of {supplier}; customers of {supplier} for arms
// also: {supplier} missiles for {recipient}; who delivers arms to {recipient}; who ~ {recipient}; whom does {supplier} ~
// also: {supplier} ~ {recipient}; {recipient} is ~ by {supplier}; was {recipient} given weapons by {supplier}
// also: {supplier}'s arms clients; {recipient} ~ from {supplier}; {supplier} ~ to {recipient}; ~ for {recipient}
// also: {supplier}'s ~; who sells {recipient} its weapons; who gives {recipient} arms; who ~ {recipient} with ~
// also: {recipient} given ~ by {supplier}; {recipient} was sold ~ by {supplier}
// also: {recipient} supplied by {supplier} with weapons; where did {recipient} get its weapons from
// also: {recipient} ~ by {supplier} with ~; from where does {recipient} get ~
// also: is it true that {supplier} arms {recipient}; is it true that {supplier} sold arms to {recipient}
// also: importers of {supplier} weapons; buyers of {supplier} weapons
// also: arm, weapon, weaponry, gun, drone, missile, tank, jet, fighter jets, ammunition, munitions, arms sale, arms deal
// also: arms trade, sell arms, supply, equip, buy, buys, bought, purchase, sell, sold, customer, transfer
// also: military equipment, hardware, provide, client, clientele, given, gives, gave, deliver, ship, export, import, acquire
// also: acquisition, procure, buyer, vendor, dealer, rifles, rockets, bullets, artillery, submarines, warships, planes
// also: helicopters, air defence, arsenal, rearm, armament, kit, UAV, combat aircraft
// also: military aid, outfits, send, sent, shipped
// also: furnish, kit out, arm up
// also: did {supplier} send ~ to {recipient}; did {supplier} ship ~ to {recipient}
// also: who received ~ from {supplier}; {recipient} received ~ from {supplier}; {recipient} obtained ~ from {supplier}
// also: who supplies arms to {recipient}; does {supplier} supply arms to {recipient}; {supplier} supplied arms to {recipient}
// also: sale, sales, deliveries
// also: shells, shell, artillery shells
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
