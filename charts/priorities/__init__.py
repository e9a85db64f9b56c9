"""What was promised, by whom, what came of it, and what later chairs took up again."""

from charts.priorities import actors, chairs, continuity, flow, outcomes, survival, tracker

FIGURES = (tracker.FIGURE, outcomes.FIGURE, chairs.FIGURE, flow.FIGURE, actors.FIGURE, continuity.FIGURE, survival.FIGURE)
