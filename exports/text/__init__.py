"""Rows and records as text for programs: CSV, JSON, the whole dataset, and lines that load them."""
