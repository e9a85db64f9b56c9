"""The figures of the membership page, in reading order."""

from charts import membership_claims, membership_growth, membership_ladder, membership_map, membership_path, membership_shares, membership_years

FIGURES = (
    membership_growth.FIGURE,
    membership_map.FIGURE,
    membership_ladder.FIGURE,
    membership_path.FIGURE,
    membership_shares.FIGURE,
    membership_claims.FIGURE,
    membership_years.FIGURE,
)
