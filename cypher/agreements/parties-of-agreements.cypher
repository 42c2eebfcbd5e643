// Agreements with all their parties
//
// asks:     Who are the parties of each agreement, and with which status?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  agreement STRING, status STRING, parties LIST, edge STRING
// order:    agreement, then status
// reads:    ()-[:PARTY_TO {derived: true}]->(:Agreement); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  parties are those that the articles name
MATCH (p)-[r:PARTY_TO]->(a:Agreement)
WITH a.name AS agreement, a.key AS key, r.status AS status, p.name AS party
ORDER BY party
WITH agreement, key, status, collect(DISTINCT party) AS parties
RETURN agreement, status, parties, key AS edge
ORDER BY agreement, status, edge
LIMIT $limit;
