"""One use case per file. What a command can do, a script can do."""
