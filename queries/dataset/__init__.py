"""What is asked of the dataset as a whole: its tables, how far they are filled, how well coders agree."""
