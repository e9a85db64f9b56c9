"""What files of every form name a view by: names, keys, addresses."""
