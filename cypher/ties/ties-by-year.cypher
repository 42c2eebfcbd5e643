// Ties by year
//
// asks:     How many facts of each relation link $country and $other in each year?
// params:   country   STRING   name or key of a Country              default "India"
//           other     STRING   name or key of a Country              default "Russia"
// returns:  year INTEGER, relation STRING, status STRING, facts INTEGER
// order:    year, then relation, status
// reads:    (:Country)-[]-(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  a fact without a date counts in the year of its first report; years without a row had no report
MATCH (c:Country)-[r:MET|CO_PRODUCES|TRANSFERS_TECHNOLOGY|AGREED_WITH|EXERCISES_WITH|AIDS|DEPLOYS_TO|SANCTIONS|OPPOSES|COOPERATES_WITH|SUPPLIES]-(d:Country)
WHERE (c.name = $country OR c.key = $country) AND (d.name = $other OR d.key = $other) AND coalesce(r.since, r.said) >= date("1900-01-01")
WITH coalesce(r.since, r.said) AS day, type(r) AS relation, r.status AS status, r.key AS edge
RETURN day.year AS year, relation, status, count(DISTINCT edge) AS facts
ORDER BY year, relation, status;
