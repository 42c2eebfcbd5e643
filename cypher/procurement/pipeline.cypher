// The pipeline of open purchases
//
// asks:     Which purchases are sought, offered, approved or negotiated, and not reported as contracted or delivered?
// params:   limit     INTEGER  most rows wanted                      default 25
// returns:  buyer STRING, weapon STRING, status STRING, stages LIST, sellers LIST, said DATE, quote STRING, edge STRING
// order:    latest report first, then buyer, weapon
// reads:    (:Country)-[:PROCURES]->(:WeaponSystem); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  open means that no relationship of the same buyer and system is done; the purchase may be settled without a
//           report here
MATCH (c)-[r:PROCURES]->(w:WeaponSystem)
WHERE r.status IN ['proposed', 'planned']
OPTIONAL MATCH (c)-[d:PROCURES]->(w) WHERE d.status = 'done'
WITH c, r, w, count(d) AS settled
WHERE settled = 0
RETURN c.name AS buyer, w.name AS weapon, r.status AS status, r.stages AS stages, r.sellers AS sellers, r.said AS said,
       r.quote AS quote, r.key AS edge
ORDER BY said DESC, buyer, weapon, status, edge
LIMIT $limit;
