// Where office-holders of a country travelled
//
// asks:     To which countries did office-holders of $country travel?
// params:   country   STRING   name or key of a Country              default "India"
// returns:  visitor STRING, visited STRING, status STRING, since DATE, said DATE, quote STRING, edge STRING
// order:    latest first, then visitor, visited
// reads:    (:Country)<-[:HOLDS_OFFICE]-(:Person)-[:VISITED]->(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  a person counts for a country if the graph has an office there at any time; done, planned, proposed and denied
//           stand in different rows: a planned meeting is no meeting
MATCH (c:Country)<-[:HOLDS_OFFICE]-(p:Person)-[r:VISITED]->(d:Country)
WHERE (c.name = $country OR c.key = $country)
RETURN DISTINCT p.name AS visitor, d.name AS visited, r.status AS status, r.since AS since, r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY since DESC, said DESC, visitor, visited, status, edge;
