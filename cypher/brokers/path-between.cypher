// How two persons are linked
//
// asks:     Over which meetings and offices is $person linked to $colleague in the fewest steps?
// params:   person    STRING   name or key of a Person               default "Rajnath Singh"
//           colleague STRING   name or key of a Person               default "Andrei Belousov"
// returns:  steps INTEGER, nodes LIST, relations LIST
// order:    the first in key order among the shortest
// reads:    ()-[:MET|HOLDS_OFFICE|VISITED|PARTICIPATES_IN]-(); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  a path says that articles link them, not that they act together
MATCH (a:Person) WHERE (a.name = $person OR a.key = $person)
MATCH (b:Person) WHERE (b.name = $colleague OR b.key = $colleague) AND b.key <> a.key
MATCH p = allShortestPaths((a)-[:MET|HOLDS_OFFICE|VISITED|PARTICIPATES_IN*..6]-(b))
WITH a, b, p
ORDER BY [n IN nodes(p) | n.key], [r IN relationships(p) | r.key]
WITH a, b, collect(p)[0] AS path
RETURN length(path) AS steps, [n IN nodes(path) | n.name] AS nodes, [r IN relationships(path) | type(r)] AS relations
ORDER BY steps;
