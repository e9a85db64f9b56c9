"""What officials and others said the numbers were, beside what the dataset counts."""

from charts.reported import counts, measures, states

FIGURES = (*counts.FIGURES, states.FIGURE, measures.FIGURE)
