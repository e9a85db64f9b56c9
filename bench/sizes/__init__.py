"""The dashboard with 10,000, 100,000 and 1,000,000 documents beside the real dataset."""
