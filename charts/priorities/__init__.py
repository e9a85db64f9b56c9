"""What was promised, by whom, what came of it and after how long, and what later chairs took up again."""

from charts.priorities import actors, chairs, continuity, days, flow, outcomes, survival, tracker

FIGURES = (outcomes.FIGURE, chairs.FIGURE, flow.FIGURE, tracker.FIGURE, days.FIGURE, actors.FIGURE, continuity.FIGURE, survival.FIGURE)
