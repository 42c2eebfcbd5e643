// Who gives technology to whom
//
// asks:     Which transfers of technology were made, agreed or asked for?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  giver STRING, receiver STRING, items LIST, status STRING, since DATE, said DATE, quote STRING, edge STRING
// order:    giver, then receiver, status
// reads:    ()-[:TRANSFERS_TECHNOLOGY]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done, planned, proposed and denied stand in different rows: a planned meeting is no meeting
MATCH (a)-[r:TRANSFERS_TECHNOLOGY]->(b)
RETURN a.name AS giver, b.name AS receiver, r.items AS items, r.status AS status, r.since AS since, r.said AS said,
       r.quote AS quote, r.key AS edge
ORDER BY giver, receiver, status, edge
LIMIT $limit;
