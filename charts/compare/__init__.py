"""How two chairmanships differ: what they announced, what came of it, what was adopted and held, day by day."""

from charts.compare import calendar, documents, flow, growth, key_figures, outcomes, pairs, theme_outcomes, themes

FIGURES = (
    outcomes.FIGURE,
    theme_outcomes.FIGURE,
    themes.FIGURE,
    flow.FIGURE,
    pairs.FIGURE,
    growth.FIGURE,
    documents.FIGURE,
    calendar.FIGURE,
    key_figures.FIGURE,
)
