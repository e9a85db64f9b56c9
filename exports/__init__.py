"""What leaves the dashboard: one view of one figure, and one module a format that turns it into bytes."""
