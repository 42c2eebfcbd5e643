// Who of a country met whom
//
// asks:     Whom did office-holders and organisations of $country, or the country itself, meet between two days?
// params:   country   STRING   name or key of a Country              default "India"
//           since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
// returns:  actor STRING, met STRING, status STRING, times INTEGER, witnesses INTEGER, since DATE, said DATE, quote
//           STRING, edge STRING
// order:    latest first, then actor, met, status
// reads:    (:Person)-[:HOLDS_OFFICE]->(:Country), ()-[:MET]-(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done, planned, proposed and denied stand in different rows: a planned meeting is no meeting; a fact without a
//           date of its own counts by the day it was first reported; one without either is left out
MATCH (c:Country) WHERE (c.name = $country OR c.key = $country)
OPTIONAL MATCH (p:Person)-[:HOLDS_OFFICE]->(c)
WITH c, collect(DISTINCT p) AS holders
UNWIND [c] + holders AS one
MATCH (one)-[r:MET]-(other)
WHERE coalesce(r.until, r.said) >= $since AND coalesce(r.since, r.said) <= $until
RETURN DISTINCT one.name AS actor, other.name AS met, r.status AS status, r.times AS times, r.witnesses AS witnesses,
       r.since AS since, r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY coalesce(r.since, r.said) DESC, actor, met, status, edge;
