"""Finds who and what an article names: see README.md in this folder."""
