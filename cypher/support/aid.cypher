// Who gives military aid to whom
//
// asks:     Which military aid was given, promised or asked for?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  donor STRING, recipient STRING, items LIST, amounts LIST, status STRING, since DATE, said DATE, quote STRING,
//           edge STRING
// order:    recipient, then donor, status
// reads:    ()-[:AIDS]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  announced aid is planned until a report says that it arrived
MATCH (a)-[r:AIDS]->(b)
RETURN a.name AS donor, b.name AS recipient, r.items AS items, r.amounts AS amounts, r.status AS status, r.since AS since,
       r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY recipient, donor, status, edge
LIMIT $limit;
