"""One fact and all its evidence."""
