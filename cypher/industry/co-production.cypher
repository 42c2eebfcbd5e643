// Who produces weapons with whom
//
// asks:     With whom does $country, or a company of whom it is said, produce or develop weapons together?
// params:   country   STRING   name or key of a Country              default "India"
// returns:  partner STRING, items LIST, status STRING, since DATE, said DATE, witnesses INTEGER, quote STRING, edge STRING
// order:    partner, then status
// reads:    ()-[:CO_PRODUCES]-(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done, planned, proposed and denied stand in different rows: a planned meeting is no meeting
MATCH (c:Country)-[r:CO_PRODUCES]-(other)
WHERE (c.name = $country OR c.key = $country)
RETURN other.name AS partner, r.items AS items, r.status AS status, r.since AS since, r.said AS said,
       r.witnesses AS witnesses, r.quote AS quote, r.key AS edge
ORDER BY partner, status, edge;
