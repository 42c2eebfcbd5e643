// Offices with several holders
//
// asks:     Which office of one owner has more than one holder in the articles?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  owner STRING, office STRING, holders LIST, edge STRING
// order:    owner, then office
// reads:    (:Person)-[:HOLDS_OFFICE]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  most are successions; two holders reported on one day are a conflict worth reading
MATCH (p:Person)-[r:HOLDS_OFFICE]->(o)
WHERE r.status = 'done'
WITH o.name AS owner, o.key AS key, r.office AS office, p.name AS person
ORDER BY person
WITH owner, key, office, collect(DISTINCT person) AS holders
WHERE size(holders) > 1
RETURN owner, office, holders, key AS edge
ORDER BY owner, office, edge
LIMIT $limit;
