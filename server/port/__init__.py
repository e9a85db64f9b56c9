"""Before the start: whether the port is free."""
