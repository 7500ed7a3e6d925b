"""The geometry of a network's picture: boxes, lines and labels at their places, and the SVG made of them."""
