// The editions of an exercise
//
// asks:     When was $exercise held, with whom?
// params:   exercise  STRING   name or key of an Exercise            default "Indra"
// returns:  party STRING, status STRING, since DATE, until DATE, said DATE, editions LIST, quote STRING, edge STRING
// order:    latest first, then party, status
// reads:    ()-[:JOINED {derived: true}]->(:Exercise); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  years without a report here may still have had an edition
MATCH (p)-[r:JOINED]->(x:Exercise)
WHERE (x.name = $exercise OR x.key = $exercise)
RETURN p.name AS party, r.status AS status, r.since AS since, r.until AS until, r.said AS said, r.editions AS editions,
       r.quote AS quote, r.key AS edge
ORDER BY coalesce(r.since, r.said) DESC, party, status, edge;
