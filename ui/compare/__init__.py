"""What the page Compare shows beside its cards, and old and new words of what was carried on."""
