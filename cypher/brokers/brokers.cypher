// Who stands between countries that are not linked
//
// asks:     Which countries are linked to the most pairs that have no link of their own?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  broker STRING, pairs INTEGER
// order:    pairs descending, then broker
// reads:    (:Country)-[:MET|AGREED_WITH|EXERCISES_WITH|COOPERATES_WITH|CO_PRODUCES]-(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done only; no link means that none was reported here; `graphkit measure brokers` weighs it
MATCH (a:Country)-[r:MET|AGREED_WITH|EXERCISES_WITH|COOPERATES_WITH|CO_PRODUCES]-(b:Country)
WHERE r.status = 'done'
WITH DISTINCT b AS broker, a
WITH broker, collect(a) AS linked
UNWIND linked AS x
UNWIND linked AS y
WITH broker, x, y
WHERE x.key < y.key AND NOT (x)-[:MET|AGREED_WITH|EXERCISES_WITH|COOPERATES_WITH|CO_PRODUCES]-(y)
RETURN broker.name AS broker, count(*) AS pairs
ORDER BY pairs DESC, broker
LIMIT $limit;
