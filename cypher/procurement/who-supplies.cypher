// Who supplies a country, with what
//
// asks:     On whom does $country depend for weapons, and how many independent texts say so?
// params:   country   STRING   name or key of a Country              default "India"
//           since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
// returns:  supplier STRING, weapon STRING, status STRING, witnesses INTEGER, since DATE, said DATE, quote STRING, edge
//           STRING
// order:    witnesses descending, then supplier, weapon, status
// reads:    ()-[:SUPPLIES {derived: true}]->(:Country), nodes of the item; writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  one row per status: a planned delivery is not a delivery; a fact without a date of its own counts by the day
//           it was first reported; one without either is left out
MATCH (seller)-[r:SUPPLIES]->(buyer:Country)
WHERE (buyer.name = $country OR buyer.key = $country) AND coalesce(r.until, r.said) >= $since AND coalesce(r.since, r.said) <= $until
OPTIONAL MATCH (w:WeaponSystem {key: r.item})
RETURN seller.name AS supplier, coalesce(w.name, r.item) AS weapon, r.status AS status, r.witnesses AS witnesses,
       r.since AS since, r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY witnesses DESC, supplier, weapon, status, edge;
