"""How the organisation grew: how many states, which, by which steps, how fast, and their share of the world."""

from charts.membership import claimed_shares, growth, ladder, path, shares, tile_map, years

FIGURES = (growth.FIGURE, tile_map.FIGURE, ladder.FIGURE, path.FIGURE, shares.FIGURE, claimed_shares.FIGURE, years.FIGURE)
