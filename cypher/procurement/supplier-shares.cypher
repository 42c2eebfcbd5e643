// How much a buyer leans on each supplier
//
// asks:     Which share of the systems reported as bought by $country comes from each supplier?
// params:   country   STRING   name or key of a Country              default "India"
// returns:  supplier STRING, systems INTEGER, share FLOAT
// order:    share descending, then supplier
// reads:    ()-[:SUPPLIES {derived: true}]->(:Country); writes nothing
// needs:    Neo4j 5 or later, or the embedded store; no APOC, no GDS
// caution:  counts distinct systems with status done, not their number, price or volume: it is no trend indicator value
MATCH (s)-[r:SUPPLIES]->(c:Country)
WHERE (c.name = $country OR c.key = $country) AND r.status = 'done'
WITH s.name AS supplier, count(DISTINCT r.item) AS systems
ORDER BY supplier
WITH collect({supplier: supplier, systems: systems}) AS rows, sum(systems) AS total
UNWIND rows AS row
RETURN row.supplier AS supplier, row.systems AS systems, toFloat(row.systems) / total AS share
ORDER BY share DESC, supplier;
