"""What happened when: five lanes on one axis of time, and how dense they are."""

from charts.timeline import axis, density

FIGURES = (axis.FIGURE, density.FIGURE)
