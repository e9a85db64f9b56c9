"""What has become of the organisation, in a few numbers."""

from charts.overview import headlines

FIGURES = (headlines.FIGURE,)
