"""What the page Documents shows beside its cards: the register, its choices, and chains of succession."""
