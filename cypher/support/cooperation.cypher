// General defence cooperation
//
// asks:     With whom is $country said to cooperate in defence in general?
// params:   country   STRING   name or key of a Country              default "India"
// returns:  partner STRING, items LIST, status STRING, witnesses INTEGER, said DATE, quote STRING, edge STRING
// order:    witnesses descending, then partner, status
// reads:    (:Country)-[:COOPERATES_WITH]-(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  general statements only: specific facts stand under their own relation
MATCH (c:Country)-[r:COOPERATES_WITH]-(other)
WHERE (c.name = $country OR c.key = $country)
RETURN other.name AS partner, r.items AS items, r.status AS status, r.witnesses AS witnesses, r.said AS said,
       r.quote AS quote, r.key AS edge
ORDER BY witnesses DESC, partner, status, edge;
