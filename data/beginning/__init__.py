"""A new dataset: the empty folder in which another organisation begins."""
