// Who takes part in which forum
//
// asks:     Which persons, organisations and countries take part in forums, and in which role?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  forum STRING, participant STRING, role STRING, status STRING, since DATE, said DATE, quote STRING, edge STRING
// order:    forum, then participant, role, status
// reads:    ()-[:PARTICIPATES_IN]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  done, planned, proposed and denied stand in different rows: a planned meeting is no meeting
MATCH (a)-[r:PARTICIPATES_IN]->(f)
RETURN f.name AS forum, a.name AS participant, r.role AS role, r.status AS status, r.since AS since, r.said AS said,
       r.quote AS quote, r.key AS edge
ORDER BY forum, participant, role, status, edge
LIMIT $limit;
