"""The search of everything: which records hold the searched words, how many of each kind, and where the words stand in them."""
