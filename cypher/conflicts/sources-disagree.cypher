// Where the articles disagree
//
// asks:     For which pair and relation is one thing reported as done and as denied?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  subject STRING, relation STRING, object STRING, done_says STRING, denied_says STRING, edge STRING, other_edge
//           STRING
// order:    subject, then relation, object
// reads:    any two relationships of one pair and type; writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  both may be right at different times: read the dates
MATCH (a)-[r]->(b)
WHERE r.status = 'done' AND coalesce(r.derived, false) = false
MATCH (a)-[s]->(b)
WHERE s.status = 'denied' AND type(s) = type(r) AND coalesce(s.item, '') = coalesce(r.item, '')
RETURN a.name AS subject, type(r) AS relation, b.name AS object, r.quote AS done_says, s.quote AS denied_says,
       r.key AS edge, s.key AS other_edge
ORDER BY subject, relation, object, edge, other_edge
LIMIT $limit;
