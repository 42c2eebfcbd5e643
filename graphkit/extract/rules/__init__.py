"""One module per relation type: named evidence for or against a candidate."""
