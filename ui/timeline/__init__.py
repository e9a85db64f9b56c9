"""What the page Timeline shows beside its cards: the rows of the axis as a list."""
