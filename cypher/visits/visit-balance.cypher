// Visits in both directions
//
// asks:     How many visits did $country pay to each country, and how many did it receive from there?
// params:   country   STRING   name or key of a Country              default "India"
// returns:  partner STRING, paid INTEGER, received INTEGER
// order:    most visits first, then partner
// reads:    (:Country)<-[:HOLDS_OFFICE]-(:Person)-[:VISITED]->(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  counts done visits only, each relationship once with its times; persons whose office the graph does not know
//           are left out
MATCH (c:Country) WHERE (c.name = $country OR c.key = $country)
MATCH (d:Country)<-[:HOLDS_OFFICE|VISITED]-(x:Person)-[:HOLDS_OFFICE|VISITED]->(c)
WHERE d.key <> c.key
WITH DISTINCT c, d
OPTIONAL MATCH (c)<-[:HOLDS_OFFICE]-(p:Person)-[v:VISITED]->(d) WHERE v.status = 'done'
WITH c, d, collect(DISTINCT [v.key, v.times]) AS outward
OPTIONAL MATCH (d)<-[:HOLDS_OFFICE]-(p:Person)-[v:VISITED]->(c) WHERE v.status = 'done'
WITH d, outward, collect(DISTINCT [v.key, v.times]) AS inward
WITH d.name AS partner, reduce(n = 0, x IN outward | n + coalesce(x[1], 0)) AS paid,
     reduce(n = 0, x IN inward | n + coalesce(x[1], 0)) AS received
WHERE paid + received > 0
RETURN partner, paid, received
ORDER BY paid + received DESC, partner;
