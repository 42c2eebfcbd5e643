// Agreements that end
//
// asks:     Which agreements end between two days?
// params:   since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
// returns:  agreement STRING, starts DATE, ends DATE, parties LIST, edge STRING
// order:    by last day, then agreement
// reads:    (:Agreement), ()-[:PARTY_TO {derived: true}]->(:Agreement); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  only agreements whose end the articles state; most do not
MATCH (a:Agreement)
WHERE a.ends >= $since AND a.ends <= $until
OPTIONAL MATCH (p)-[:PARTY_TO]->(a)
WITH a, p.name AS party
ORDER BY party
RETURN a.name AS agreement, a.starts AS starts, a.ends AS ends, collect(DISTINCT party) AS parties, a.key AS edge
ORDER BY ends, agreement, edge;
