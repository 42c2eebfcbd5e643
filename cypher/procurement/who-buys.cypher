// Who buys a system
//
// asks:     Which countries buy, seek or have refused $weapon, and what became of it?
// params:   weapon    STRING   name or key of a WeaponSystem         default "S-400"
// returns:  buyer STRING, status STRING, sellers LIST, quantities LIST, amounts LIST, stages LIST, phases LIST, since
//           DATE, said DATE, quote STRING, edge STRING
// order:    buyer, then status, latest first
// reads:    ()-[:PROCURES]->(:WeaponSystem); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  variants are systems of their own: the S-400 is no S-300
MATCH (b)-[r:PROCURES]->(w:WeaponSystem)
WHERE (w.name = $weapon OR w.key = $weapon)
RETURN b.name AS buyer, r.status AS status, r.sellers AS sellers, r.quantities AS quantities, r.amounts AS amounts,
       r.stages AS stages, r.phases AS phases, r.since AS since, r.said AS said, r.quote AS quote, r.key AS edge
ORDER BY buyer, status, coalesce(r.since, r.said) DESC, edge;
