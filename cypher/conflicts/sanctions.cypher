// Who sanctions whom
//
// asks:     Which sanctions were imposed, threatened or lifted?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  sender STRING, target STRING, items LIST, status STRING, phases LIST, since DATE, said DATE, quote STRING,
//           edge STRING
// order:    sender, then target, status
// reads:    ()-[:SANCTIONS]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  denied is lifted or refused; proposed is threatened
MATCH (a)-[r:SANCTIONS]->(b)
RETURN a.name AS sender, b.name AS target, r.items AS items, r.status AS status, r.phases AS phases, r.since AS since,
       r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY sender, target, status, edge
LIMIT $limit;
