// The offices of a person
//
// asks:     Which offices does $person hold or has held?
// params:   person    STRING   name or key of a Person               default "Rajnath Singh"
// returns:  office STRING, owner STRING, status STRING, since DATE, until DATE, said DATE, quote STRING, edge STRING
// order:    latest report first, then office, owner
// reads:    (:Person)-[:HOLDS_OFFICE]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
MATCH (p:Person)-[r:HOLDS_OFFICE]->(o)
WHERE (p.name = $person OR p.key = $person)
RETURN r.office AS office, o.name AS owner, r.status AS status, r.since AS since, r.until AS until, r.said AS said,
       r.quote AS quote, r.key AS edge
ORDER BY said DESC, office, owner, edge;
