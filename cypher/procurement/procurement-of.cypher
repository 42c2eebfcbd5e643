// What a country buys
//
// asks:     Which systems does $country buy, seek or receive, from whom, and in which stage?
// params:   country   STRING   name or key of a Country              default "India"
//           since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
// returns:  weapon STRING, status STRING, sellers LIST, quantities LIST, amounts LIST, stages LIST, since DATE, said DATE,
//           witnesses INTEGER, quote STRING, edge STRING
// order:    weapon, then status, latest first
// reads:    (:Country)-[:PROCURES]->(:WeaponSystem); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  proposed is interest, offer or talks; planned is decided and not delivered; done is contracted or received; a
//           fact without a date of its own counts by the day it was first reported; one without either is left out
MATCH (c:Country)-[r:PROCURES]->(w:WeaponSystem)
WHERE (c.name = $country OR c.key = $country) AND coalesce(r.until, r.said) >= $since AND coalesce(r.since, r.said) <= $until
RETURN w.name AS weapon, r.status AS status, r.sellers AS sellers, r.quantities AS quantities, r.amounts AS amounts,
       r.stages AS stages, r.since AS since, r.said AS said, r.witnesses AS witnesses, r.quote AS quote, r.key AS edge
ORDER BY weapon, status, coalesce(r.since, r.said) DESC, edge;
