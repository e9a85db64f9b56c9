"""What the drawings of several rooms have in common."""
