"""A networkx graph in, numbers out: one family of measures per file."""
