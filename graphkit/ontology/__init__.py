"""The closed list of what can stand in the graph, as data: kinds of nodes, types of relations, who may stand where."""
