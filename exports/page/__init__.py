"""A view as a page: HTML that needs no network, and A4 as PDF."""
