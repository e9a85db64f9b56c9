"""How two chairmanships differ: what they announced, what came of it, what was adopted and held, day by day."""

from charts.compare import calendar, documents, flow, growth, key_figures, outcomes, themes

FIGURES = (themes.FIGURE, outcomes.FIGURE, flow.FIGURE, growth.FIGURE, documents.FIGURE, calendar.FIGURE, key_figures.FIGURE)
