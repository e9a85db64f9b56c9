"""Which texts were adopted, year by year, and how long their programmes run and are renewed."""

from charts.documents import by_year, register, validity

FIGURES = (register.FIGURE, by_year.FIGURE, validity.FIGURE)
