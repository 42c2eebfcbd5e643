// Leads: claims too uncertain for the graph
//
// asks:     Which low-tier claims are the most probable?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  type STRING, subject STRING, object STRING, status STRING, confidence FLOAT, quote STRING, claim STRING
// order:    confidence descending, then claim
// reads:    (:Claim)-[:SUBJECT|OBJECT]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  each needs a person to read its sentence
MATCH (x:Claim)-[:SUBJECT]->(s)
WHERE x.tier = 'low'
OPTIONAL MATCH (x)-[:OBJECT]->(o)
RETURN x.type AS type, s.name AS subject, o.name AS object, x.status AS status, x.confidence AS confidence,
       x.quote AS quote, x.key AS claim
ORDER BY confidence DESC, claim
LIMIT $limit;
