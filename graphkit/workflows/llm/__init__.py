"""A language model behind an OpenAI-compatible endpoint as a second reader: verifies claims and proposes facts."""
