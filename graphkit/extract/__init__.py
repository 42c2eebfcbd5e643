"""Article in, claims and problems out: pure, no file, no socket, no clock."""
