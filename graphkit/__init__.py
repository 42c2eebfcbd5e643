"""A graph database of bilateral defence relations."""
