// Partners that two countries have in common
//
// asks:     Which countries are linked to both $country and $other, and by what?
// params:   country   STRING   name or key of a Country              default "India"
//           other     STRING   name or key of a Country              default "Russia"
// returns:  partner STRING, with_country LIST, with_other LIST, edge STRING
// order:    partner
// reads:    (:Country)-[:MET|AGREED_WITH|EXERCISES_WITH|COOPERATES_WITH|CO_PRODUCES]-(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done only
MATCH (c:Country)-[r:MET|AGREED_WITH|EXERCISES_WITH|COOPERATES_WITH|CO_PRODUCES]-(x:Country)-[s:MET|AGREED_WITH|EXERCISES_WITH|COOPERATES_WITH|CO_PRODUCES]-(d:Country)
WHERE (c.name = $country OR c.key = $country) AND (d.name = $other OR d.key = $other) AND r.status = 'done' AND s.status = 'done'
WITH DISTINCT x.name AS partner, x.key AS key, type(r) AS left, type(s) AS right
ORDER BY left, right
RETURN partner, collect(DISTINCT left) AS with_country, collect(DISTINCT right) AS with_other, key AS edge
ORDER BY partner, edge;
