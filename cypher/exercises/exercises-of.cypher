// With whom a country exercises
//
// asks:     With whom did $country exercise, and in which exercise?
// params:   country   STRING   name or key of a Country              default "India"
//           since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
// returns:  partner STRING, items LIST, editions LIST, status STRING, since DATE, until DATE, said DATE, places LIST,
//           quote STRING, edge STRING
// order:    latest first, then partner, status
// reads:    (:Country)-[:EXERCISES_WITH]-(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done, planned, proposed and denied stand in different rows: a planned meeting is no meeting; a fact without a
//           date of its own counts by the day it was first reported; one without either is left out
MATCH (c:Country)-[r:EXERCISES_WITH]-(other:Country)
WHERE (c.name = $country OR c.key = $country) AND coalesce(r.until, r.said) >= $since AND coalesce(r.since, r.said) <= $until
RETURN other.name AS partner, r.items AS items, r.editions AS editions, r.status AS status, r.since AS since,
       r.until AS until, r.said AS said, r.places AS places, r.quote AS quote, r.key AS edge
ORDER BY coalesce(r.since, r.said) DESC, partner, status, edge;
