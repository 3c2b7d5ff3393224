"""What a board says: graph, measures, position structure, findings, convergence."""
