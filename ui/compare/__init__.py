"""What the page Compare shows beside its cards."""
