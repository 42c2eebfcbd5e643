// Forums that two countries share
//
// asks:     In which forums do $country and $other both take part, themselves or by their office-holders?
// params:   country   STRING   name or key of a Country              default "India"
//           other     STRING   name or key of a Country              default "Russia"
// returns:  forum STRING, ours LIST, theirs LIST, edge STRING
// order:    forum
// reads:    ()-[:PARTICIPATES_IN]->(), (:Person)-[:HOLDS_OFFICE]->(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  only participation that an article states; membership that nobody mentions is missing
MATCH (c:Country) WHERE (c.name = $country OR c.key = $country)
MATCH (d:Country) WHERE (d.name = $other OR d.key = $other)
OPTIONAL MATCH (p:Person)-[:HOLDS_OFFICE]->(c)
WITH c, d, collect(DISTINCT p) AS ours
OPTIONAL MATCH (p:Person)-[:HOLDS_OFFICE]->(d)
WITH c, d, ours, collect(DISTINCT p) AS theirs
WITH [c] + ours AS us, [d] + theirs AS them
UNWIND us AS a
MATCH (a)-[:PARTICIPATES_IN]->(f)
WITH f, them, a.name AS name
ORDER BY name
WITH f, them, collect(DISTINCT name) AS ours
UNWIND them AS b
MATCH (b)-[:PARTICIPATES_IN]->(f)
WITH f, ours, b.name AS name
ORDER BY name
RETURN f.name AS forum, ours, collect(DISTINCT name) AS theirs, f.key AS edge
ORDER BY forum, edge;
