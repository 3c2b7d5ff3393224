"""Tables that become a board: exported ones, and those that people make by hand."""
