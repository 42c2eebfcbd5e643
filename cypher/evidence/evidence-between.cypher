// Every sentence behind the facts of two countries
//
// asks:     Which passages say something about $country and $other, in high and low tier?
// params:   country   STRING   name or key of a Country              default "India"
//           other     STRING   name or key of a Country              default "Russia"
//           limit     INTEGER  most rows wanted                      default 25
// returns:  type STRING, status STRING, tier STRING, confidence FLOAT, quote STRING, outlet STRING, published DATE, url
//           STRING, claim STRING
// order:    confidence descending, then claim
// reads:    (:Claim)-[:SUBJECT|OBJECT]->(:Country), (:Claim)-[:STATED_IN]->(:Article); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  low tier is not in the relationships: read it as a lead
MATCH (c:Country)<-[:SUBJECT|OBJECT]-(x:Claim)-[:SUBJECT|OBJECT]->(d:Country)
WHERE (c.name = $country OR c.key = $country) AND (d.name = $other OR d.key = $other)
MATCH (x)-[:STATED_IN]->(a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
RETURN x.type AS type, x.status AS status, x.tier AS tier, x.confidence AS confidence, x.quote AS quote, o.name AS outlet,
       a.published AS published, a.url AS url, x.key AS claim
ORDER BY confidence DESC, claim
LIMIT $limit;
