"""One card alone, to link to and to embed."""
