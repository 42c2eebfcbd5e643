// What has been read
//
// asks:     How many articles of each outlet and year are in the graph, and how many claims do they make?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  outlet STRING, year INTEGER, articles INTEGER, claims INTEGER
// order:    outlet, then year
// reads:    (:Article)-[:PUBLISHED_BY]->(:Outlet), (:Claim)-[:STATED_IN]->(:Article); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  what was not read is not in the graph: no row is no evidence of absence
MATCH (a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
OPTIONAL MATCH (c:Claim)-[:STATED_IN]->(a)
WITH coalesce(o.name, '(none)') AS outlet, a.published AS day, a.key AS article, count(c) AS claims
RETURN outlet, day.year AS year, count(article) AS articles, sum(claims) AS claims
ORDER BY outlet, year
LIMIT $limit;
