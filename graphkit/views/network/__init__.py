"""The interactive page: who is drawn first, where, and the one file that holds it all."""
