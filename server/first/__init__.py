"""What the first answer already holds of a page: its words, findings, numbers and pictures, readable before any program runs."""

from server.first.page import answer

__all__ = ["answer"]
