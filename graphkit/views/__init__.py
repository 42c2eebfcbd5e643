"""A graph in, a picture out: one self-contained HTML or SVG text."""
