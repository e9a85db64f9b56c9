"""What the page Priorities shows beside its cards: the tracker, with the evidence of a priority at both ends."""
