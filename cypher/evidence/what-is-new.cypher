// What is new since a day
//
// asks:     Which facts were first reported since $since?
// params:   since     DATE     first day counted, included           default date("2024-01-01")
//           limit     INTEGER  most rows wanted                      default 25
// returns:  said DATE, subject STRING, relation STRING, object STRING, status STRING, quote STRING, url STRING, edge
//           STRING
// order:    latest first, then subject, relation, object
// reads:    any relationship; writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  said is the day of the earliest article here; an older article read later moves it back
MATCH (a)-[r]->(b)
WHERE r.said >= $since AND coalesce(r.derived, false) = false
RETURN r.said AS said, a.name AS subject, type(r) AS relation, b.name AS object, r.status AS status, r.quote AS quote,
       r.url AS url, r.key AS edge
ORDER BY said DESC, subject, relation, object, edge
LIMIT $limit;
