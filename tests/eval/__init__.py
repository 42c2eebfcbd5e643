"""Extraction quality held against floors."""
