// What was refused, cancelled or ended
//
// asks:     Which purchases, visits, meetings and agreements were refused, cancelled, suspended or ended?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  kind STRING, subject STRING, object STRING, phases LIST, since DATE, said DATE, quote STRING, edge STRING
// order:    latest first, then kind, subject, object
// reads:    any relationship with status denied; writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  denied also covers a decision that was said not to have been taken
MATCH (a)-[r:PROCURES|VISITED|MET|AGREED_WITH|EXERCISES_WITH|CO_PRODUCES|AIDS|DEPLOYS_TO|SANCTIONS]->(b)
WHERE r.status = 'denied'
RETURN type(r) AS kind, a.name AS subject, b.name AS object, r.phases AS phases, r.since AS since, r.said AS said,
       r.quote AS quote, r.key AS edge
ORDER BY coalesce(r.since, r.said) DESC, kind, subject, object, edge
LIMIT $limit;
