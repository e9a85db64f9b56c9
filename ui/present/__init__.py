"""The desk of whoever presents: stories to show, one's own story, and files to take along."""
