"""What a file says about itself: the view in words, line by line."""

import data
from exports import citation
from exports.plain_text import readable
from exports.view import View
from queries import FIELDS, QUERIES


def facts(view: View) -> list[tuple[str, str]]:
    """Pairs of label and text: title, filters, counts, release, address, method, query, citation. Nothing here is left empty."""
    query = QUERIES[view.figure.query]
    chosen = [(FIELDS[name].label, _chosen(view, name)) for name in view.names]
    pairs = [
        ("Title", view.title),
        ("What is shown", view.figure.measure),
        ("Filters in words", view.sentence),
        *chosen,
        ("Rows", str(view.n_marks)),
        ("Records behind the rows", f"{view.n} of {view.n_all}" if view.n != view.n_all else str(view.n)),
        ("Release", view.release),
        ("Link to this view", readable(view.address())),
        ("Taken on (UTC)", citation.today().isoformat()),
        ("Read with care", view.caution),
        ("How it is counted", view.method),
        ("Question of the query", query.question),
        ("One row of the query", query.grain),
        ("Licence", data.about().licence),
        ("Cite as", citation.words(citation.of_view(view))),
    ]
    return [(label, value) for label, value in pairs if value]


def _chosen(view: View, name: str) -> str:
    field = FIELDS[name]
    words = view.filters.only([name]).sentence([name], view.vocabulary)
    if words:
        return words.removeprefix(field.phrase).strip()
    if field.kind == "years":
        return "{}–{}".format(*view.vocabulary.years)
    if field.kind == "one":
        return view.vocabulary.choices[name].get(view.vocabulary.defaults[name] or "", "none")
    return field.everything or "none"
