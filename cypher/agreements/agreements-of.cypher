// What a country has agreed, with whom
//
// asks:     Which agreements has $country signed, negotiated or ended, and with whom?
// params:   country   STRING   name or key of a Country              default "India"
// returns:  partner STRING, items LIST, status STRING, since DATE, said DATE, witnesses INTEGER, quote STRING, edge STRING
// order:    partner, then status, latest first
// reads:    (:Country)-[:AGREED_WITH]-(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  a contract of sale is a purchase and not an agreement
MATCH (c:Country)-[r:AGREED_WITH]-(other)
WHERE (c.name = $country OR c.key = $country)
RETURN other.name AS partner, r.items AS items, r.status AS status, r.since AS since, r.said AS said,
       r.witnesses AS witnesses, r.quote AS quote, r.key AS edge
ORDER BY partner, status, coalesce(r.since, r.said) DESC, edge;
