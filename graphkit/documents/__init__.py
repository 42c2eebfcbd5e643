"""From files to Articles: formats, encodings, furniture, dates, outlets, near-copies."""
