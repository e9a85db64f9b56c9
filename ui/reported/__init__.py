"""What the page Reported figures shows beside its cards: why claims differ from the count, and all other claims."""
