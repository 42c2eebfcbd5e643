"""One page an analyst would send: figures, tables, footnoted sentences, method and coverage."""
