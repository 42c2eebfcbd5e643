"""The page in a real browser: one test for everything that an analyst does with it."""
