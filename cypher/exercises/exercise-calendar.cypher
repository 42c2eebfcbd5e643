// Exercises by year
//
// asks:     Which countries exercised in which year, and how often?
// params:   since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
// returns:  year INTEGER, exercises INTEGER, pairs INTEGER
// order:    year
// reads:    (:Country)-[:EXERCISES_WITH]-(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done only; undated exercises are left out; empty years mean that no report was found
MATCH (a:Country)-[r:EXERCISES_WITH]->(b:Country)
WHERE r.status = 'done' AND r.since >= $since AND r.since <= $until
WITH r.since.year AS year, coalesce(r.item, r.key) AS exercise, r.key AS pair
RETURN year, count(DISTINCT exercise) AS exercises, count(DISTINCT pair) AS pairs
ORDER BY year;
