// Who visited a country
//
// asks:     Which persons travelled, or are to travel, to $country?
// params:   country   STRING   name or key of a Country              default "India"
//           since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
// returns:  visitor STRING, status STRING, since DATE, until DATE, said DATE, places LIST, witnesses INTEGER, quote
//           STRING, edge STRING
// order:    latest first, then visitor, status
// reads:    (:Person)-[:VISITED]->(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done, planned, proposed and denied stand in different rows: a planned meeting is no meeting; a fact without a
//           date of its own counts by the day it was first reported; one without either is left out
MATCH (p:Person)-[r:VISITED]->(c:Country)
WHERE (c.name = $country OR c.key = $country) AND coalesce(r.until, r.said) >= $since AND coalesce(r.since, r.said) <= $until
RETURN p.name AS visitor, r.status AS status, r.since AS since, r.until AS until, r.said AS said, r.places AS places,
       r.witnesses AS witnesses, r.quote AS quote, r.key AS edge
ORDER BY coalesce(r.since, r.said) DESC, visitor, status, edge;
