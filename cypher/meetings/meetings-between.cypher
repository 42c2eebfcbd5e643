// Meetings between two countries
//
// asks:     Which office-holders of $country and $other met each other?
// params:   country   STRING   name or key of a Country              default "India"
//           other     STRING   name or key of a Country              default "Russia"
// returns:  ours STRING, theirs STRING, status STRING, times INTEGER, since DATE, said DATE, quote STRING, edge STRING
// order:    latest first, then ours, theirs, status
// reads:    (:Person)-[:HOLDS_OFFICE]->(:Country), (:Person)-[:MET]-(:Person); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  a person counts for a country if the graph has an office there at any time; done, planned, proposed and denied
//           stand in different rows: a planned meeting is no meeting
MATCH (c:Country)<-[:HOLDS_OFFICE]-(a:Person)-[r:MET]-(b:Person)-[:HOLDS_OFFICE]->(d:Country)
WHERE (c.name = $country OR c.key = $country) AND (d.name = $other OR d.key = $other)
RETURN DISTINCT a.name AS ours, b.name AS theirs, r.status AS status, r.times AS times, r.since AS since, r.said AS said,
       r.quote AS quote, r.key AS edge
ORDER BY since DESC, said DESC, ours, theirs, status, edge;
