"""The domain of the tablecloth: pure values and functions, no input or output, no clock."""
