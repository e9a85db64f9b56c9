"""Where a view stands: on a page of its own, on the page that it shares with others, and in the data API."""

from urllib.parse import urlencode

from queries import FIELDS, Filters, Vocabulary

# The page Data shows one of its parts at a time.
SECTIONS = {"coverage-matrix": "Coverage", "coding-confusion": "Coding", "facts-by-sources": "Sources", "facts-by-source-kind": "Sources"}


def query(filters: Filters, names: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """The filters as a link has them. The day of a map is always said: "the last one" is another day in another release."""
    told = filters.query_string(names, vocabulary)
    days = [(name, str(vocabulary.days[1])) for name in names if FIELDS[name].kind == "day" and not getattr(filters, name)]
    return "&".join(part for part in (told, urlencode(days)) if part)


def own(figure: str, filters: str, release: str, **more: str) -> str:
    """Path and query of the page of one figure, relative to the dashboard's address; `more` is the tab, or that it is embedded."""
    return "figure?" + "&".join(part for part in (urlencode({"figure": figure}), filters, urlencode({**more, "rel": release})) if part)


def beside(page: str, figure: str, filters: str, release: str) -> str:
    """The page where the figure stands among others, at its card."""
    section = {"section": SECTIONS[figure]} if figure in SECTIONS else {}
    return f"{page}?" + "&".join(part for part in (urlencode(section), filters, urlencode({"rel": release})) if part) + f"#{figure}"


def rows(figure: str, ending: str, filters: str, release: str) -> str:
    """Path and query of the rows in the data API, pinned to the release."""
    return f"api/v1/figures/{figure}.{ending}?" + "&".join(part for part in (filters, urlencode({"rel": release})) if part)
