"""Static pictures in SVG, each with the rows it was drawn from."""
