// A country and its partners, layer by layer
//
// asks:     With which countries is $country linked directly, by which relations, done and planned apart?
// params:   country   STRING   name or key of a Country              default "India"
// returns:  partner STRING, relation STRING, done INTEGER, planned INTEGER, proposed INTEGER, denied INTEGER
// order:    partner, then relation
// reads:    (:Country)-[]-(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  country-level facts only: what ministers do stands under meetings; derived relationships are not counted
MATCH (c:Country)-[r:MET|CO_PRODUCES|TRANSFERS_TECHNOLOGY|AGREED_WITH|EXERCISES_WITH|AIDS|DEPLOYS_TO|SANCTIONS|OPPOSES|COOPERATES_WITH]-(d:Country)
WHERE (c.name = $country OR c.key = $country)
RETURN d.name AS partner, type(r) AS relation,
       sum(CASE WHEN r.status = 'done' THEN 1 ELSE 0 END) AS done,
       sum(CASE WHEN r.status = 'planned' THEN 1 ELSE 0 END) AS planned,
       sum(CASE WHEN r.status = 'proposed' THEN 1 ELSE 0 END) AS proposed,
       sum(CASE WHEN r.status = 'denied' THEN 1 ELSE 0 END) AS denied
ORDER BY partner, relation;
