"""How complete, how well supported and how consistently coded the dataset is."""

from charts.dataset import coding, corroboration, coverage

FIGURES = (coverage.FIGURE, *corroboration.FIGURES, coding.FIGURE)
