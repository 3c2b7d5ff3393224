"""A snapshot as a file: one module per format, each with one public function."""
