// Who opposes whom
//
// asks:     Which states and office-holders attacked, accused, threatened or condemned whom?
// params:   since     DATE     first day counted, included           default date("2000-01-01")
//           until     DATE     last day counted, included            default date("2035-12-31")
//           limit     INTEGER  most rows wanted                      default 25
// returns:  subject STRING, object STRING, items LIST, status STRING, since DATE, said DATE, witnesses INTEGER, quote
//           STRING, edge STRING
// order:    latest first, then subject, object
// reads:    ()-[:OPPOSES]->(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  who accuses is on record, not who is right; a fact without a date of its own counts by the day it was first
//           reported; one without either is left out
MATCH (a)-[r:OPPOSES]->(b)
WHERE coalesce(r.until, r.said) >= $since AND coalesce(r.since, r.said) <= $until
RETURN a.name AS subject, b.name AS object, r.items AS items, r.status AS status, r.since AS since, r.said AS said,
       r.witnesses AS witnesses, r.quote AS quote, r.key AS edge
ORDER BY coalesce(r.since, r.said) DESC, subject, object, edge
LIMIT $limit;
