// Meetings and visits that are only planned
//
// asks:     Which meetings and visits were announced or proposed, and not yet reported as done?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  kind STRING, who STRING, with STRING, status STRING, since DATE, until DATE, said DATE, quote STRING, edge
//           STRING
// order:    by day of the event, then who, with
// reads:    ()-[:MET|VISITED]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  planned says what the articles said then; a later article may report it as done in a row of its own
MATCH (a)-[r:MET|VISITED]->(b)
WHERE r.status IN ['planned', 'proposed']
RETURN type(r) AS kind, a.name AS who, b.name AS with, r.status AS status, r.since AS since, r.until AS until, r.said AS said,
       r.quote AS quote, r.key AS edge
ORDER BY since, said, who, with, kind, edge
LIMIT $limit;
