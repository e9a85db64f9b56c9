"""What officials and others said the numbers were, beside what the dataset counts."""

from charts.reported import counts, measures, states, when

FIGURES = (*counts.FIGURES, states.FIGURE, when.FIGURE, measures.FIGURE)
