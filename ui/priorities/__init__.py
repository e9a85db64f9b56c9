"""What the page Priorities shows beside its cards: the list, with the evidence of each priority at both ends."""
