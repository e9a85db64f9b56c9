"""The search of everything: its box at the top of every page, and the page of what was found."""
