"""How a change of the record (articles, claims, judgements) becomes a change of the graph, and of nothing else in it."""
