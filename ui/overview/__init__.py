"""What the first page shows beside its cards: the numbers of two chairmanships as ways in, and how far the data reach."""
