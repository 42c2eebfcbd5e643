// To whom a country sells
//
// asks:     Which buyers does $seller supply, with what?
// params:   seller    STRING   name or key of a Country              default "Russia"
// returns:  buyer STRING, weapon STRING, status STRING, witnesses INTEGER, since DATE, said DATE, quote STRING, edge
//           STRING
// order:    buyer, then weapon, status
// reads:    ()-[:SUPPLIES {derived: true}]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  sales by companies stand under the company, not under its country
MATCH (s)-[r:SUPPLIES]->(b)
WHERE (s.name = $seller OR s.key = $seller)
OPTIONAL MATCH (w:WeaponSystem {key: r.item})
RETURN b.name AS buyer, coalesce(w.name, r.item) AS weapon, r.status AS status, r.witnesses AS witnesses, r.since AS since,
       r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY buyer, weapon, status, edge;
