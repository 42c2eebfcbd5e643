// What several independent texts say
//
// asks:     Which facts have at least $least independent witnesses?
// params:   least     INTEGER  fewest witnesses wanted               default 2
//           limit     INTEGER  most rows wanted                      default 25
// returns:  subject STRING, relation STRING, object STRING, status STRING, witnesses INTEGER, articles INTEGER, quote
//           STRING, edge STRING
// order:    witnesses descending, then subject, relation, object
// reads:    any relationship; writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  near-copies of one story count as one witness
MATCH (a)-[r]->(b)
WHERE r.witnesses >= $least AND coalesce(r.derived, false) = false
RETURN a.name AS subject, type(r) AS relation, b.name AS object, r.status AS status, r.witnesses AS witnesses,
       r.articles AS articles, r.quote AS quote, r.key AS edge
ORDER BY witnesses DESC, subject, relation, object, edge
LIMIT $limit;
