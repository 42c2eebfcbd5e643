// Whom a person met
//
// asks:     Whom did $person meet, when, where, and which sentence says so?
// params:   person    STRING   name or key of a Person               default "Rajnath Singh"
//           since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
// returns:  met STRING, status STRING, since DATE, until DATE, said DATE, places LIST, witnesses INTEGER, quote STRING,
//           url STRING, edge STRING
// order:    latest first, then met, status
// reads:    (:Person)-[:MET]-(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done, planned, proposed and denied stand in different rows: a planned meeting is no meeting; a fact without a
//           date of its own counts by the day it was first reported; one without either is left out
MATCH (p:Person)-[r:MET]-(other)
WHERE (p.name = $person OR p.key = $person) AND coalesce(r.until, r.said) >= $since AND coalesce(r.since, r.said) <= $until
RETURN other.name AS met, r.status AS status, r.since AS since, r.until AS until, r.said AS said, r.places AS places,
       r.witnesses AS witnesses, r.quote AS quote, r.url AS url, r.key AS edge
ORDER BY coalesce(r.since, r.said) DESC, met, status, edge;
