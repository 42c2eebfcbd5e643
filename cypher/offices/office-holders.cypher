// Who holds which office
//
// asks:     Who holds or held which office in $country, by the articles?
// params:   country   STRING   name or key of a Country              default "India"
// returns:  person STRING, office STRING, status STRING, since DATE, until DATE, said DATE, witnesses INTEGER, quote
//           STRING, edge STRING
// order:    office, then latest report first, person
// reads:    (:Person)-[:HOLDS_OFFICE]->(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  said is the first report, not the first day in office
MATCH (p:Person)-[r:HOLDS_OFFICE]->(c:Country)
WHERE (c.name = $country OR c.key = $country)
RETURN p.name AS person, r.office AS office, r.status AS status, r.since AS since, r.until AS until, r.said AS said,
       r.witnesses AS witnesses, r.quote AS quote, r.key AS edge
ORDER BY office, said DESC, person, edge;
