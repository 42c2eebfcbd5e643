"""From a reading to claims: candidates, features, two linear stages, tiers."""
