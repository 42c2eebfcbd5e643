// Everything between two countries
//
// asks:     Which facts of any relation link $country and $other, or their office-holders, with the sentence?
// params:   country   STRING   name or key of a Country              default "India"
//           other     STRING   name or key of a Country              default "Russia"
// returns:  subject STRING, relation STRING, object STRING, status STRING, items LIST, since DATE, said DATE, quote
//           STRING, edge STRING
// order:    latest first, then subject, relation, object
// reads:    any relationship between the two or their office-holders; writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  derived relationships are left out
MATCH (c:Country) WHERE (c.name = $country OR c.key = $country)
MATCH (d:Country) WHERE (d.name = $other OR d.key = $other)
OPTIONAL MATCH (p:Person)-[:HOLDS_OFFICE]->(c)
WITH c, d, collect(DISTINCT p) AS ours
OPTIONAL MATCH (p:Person)-[:HOLDS_OFFICE]->(d)
WITH c, d, ours, collect(DISTINCT p) AS theirs
WITH [c] + ours AS us, [d] + theirs AS them
UNWIND us AS a
UNWIND them AS b
MATCH (a)-[r:MET|VISITED|CO_PRODUCES|TRANSFERS_TECHNOLOGY|AGREED_WITH|EXERCISES_WITH|AIDS|DEPLOYS_TO|SANCTIONS|OPPOSES|COOPERATES_WITH]-(b)
WITH DISTINCT r
RETURN startNode(r).name AS subject, type(r) AS relation, endNode(r).name AS object, r.status AS status, r.items AS items,
       r.since AS since, r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY coalesce(r.since, r.said) DESC, subject, relation, object, edge;
