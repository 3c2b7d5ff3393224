"""From a board or its structure to SVG: the one drawing for screen, export and print."""
