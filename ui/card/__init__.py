"""The figure card, of which all pages are made: title, filters in words, chart, table, sources and method, downloads."""

from ui.card.whole import begin, card

__all__ = ["begin", "card"]
