"""The command line: one command per file, thin; the only place that knows typer and rich."""
