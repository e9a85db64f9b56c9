"""What officials and others said the numbers were, beside what the dataset counts."""

from charts.reported import counts, measures, when

FIGURES = (*counts.FIGURES, when.FIGURE, measures.FIGURE)
