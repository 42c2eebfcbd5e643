"""Dates, status, amounts, quantities, stages, places and editions as the words of a sentence state them."""
