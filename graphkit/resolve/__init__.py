"""Claims and judgements in, entities and edges out: pure."""
