// Whose forces are where
//
// asks:     Whose forces, ships or aircraft are stationed in, sent to or calling at which country?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  subject STRING, host STRING, items LIST, places LIST, status STRING, since DATE, said DATE, quote STRING, edge
//           STRING
// order:    host, then subject, status
// reads:    ()-[:DEPLOYS_TO]->(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done, planned, proposed and denied stand in different rows: a planned meeting is no meeting
MATCH (a)-[r:DEPLOYS_TO]->(b:Country)
RETURN a.name AS subject, b.name AS host, r.items AS items, r.places AS places, r.status AS status, r.since AS since,
       r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY host, subject, status, edge
LIMIT $limit;
