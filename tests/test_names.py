"""Names, keys and addresses of views: over the catalogue and generated filters, each view has its own and every link leads back to it."""

import random
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from pybtex.database import parse_string

import queries
from charts.catalogue import FIGURES
from exports import citation
from exports.common import addresses, naming
from exports.formats import FORMATS
from exports.view import View
from queries import FIELDS, Filters
from queries.filters import SLUG_VALUES
from ui.navigation import FOLDER, pages_known

pytestmark = pytest.mark.broad

BASE = "https://dashboard.example/sco"
WORDS = ["энергетика", "上合组织", "a/b\\c:d*e?", "energy", "Energy", "x" * 100, "энергия " * 12, "ﷺ" * 90, "..", "CON"]
ENDINGS = [*FORMATS, "records.csv", "zip", "csl.json"]


def generated(seed: int) -> Filters:
    """Filters as readers choose them: few or many of each kind."""
    dice, known = random.Random(seed), queries.vocabulary()
    raw: dict[str, list[str]] = {}
    for name, field in FIELDS.items():
        if dice.random() < 0.6:
            continue
        if field.kind in ("many", "one"):
            values = list(known.choices[name])
            raw[name] = dice.sample(values, dice.randint(1, min(6, len(values)))) if field.kind == "many" else [dice.choice(values)]
        elif field.kind == "years":
            raw[name] = [str(dice.randint(*known.years)) for _ in range(2)]
        elif field.kind == "text":
            raw[name] = [dice.choice(WORDS)]
        else:
            raw[name] = [f"20{dice.randint(10, 20)}-06-0{dice.randint(1, 9)}"]
    return Filters.parse(raw, known)[0]


def views(figure: str) -> list[View]:
    """Different views of one figure, those among them that only their longest filters or the last of many values tell apart."""
    chosen = [Filters(), *(generated(seed) for seed in range(60))]
    chosen += [Filters(q=word) for word in WORDS] + [Filters(first="kz-2016"), Filters(second="kz-2016")]
    *shared, one, other = list(queries.vocabulary().choices["themes"])[:5]
    chosen += [Filters(themes=(*shared, last)) for last in (one, other)]
    return list({view.query: view for view in (View.of(figure, filters, BASE) for filters in chosen)}.values())


@pytest.mark.parametrize("figure", FIGURES)
def test_every_view_has_a_name_and_a_key_of_its_own(figure: str) -> None:
    made = views(figure)
    names, keys = [view.file_name("png", "column-85mm-transparent") for view in made], [view.key for view in made]
    assert len({name.casefold() for name in names}) == len(made), "a disk may not tell capitals apart"
    assert len(set(keys)) == len(made) and all(key.isascii() for key in keys)
    for view in made:
        for ending in ENDINGS:
            name = view.file_name(ending, "column-85mm-transparent")
            assert len(name.encode()) <= naming.LONGEST and not re.search(r'[\\/:*?"<>|\x00-\x1f]|\s', name)
            assert name.startswith(figure) and view.release in name
    assert made[0].file_name("png") != made[0].file_name("png", "square")


def test_a_name_tells_its_filters_in_any_script() -> None:
    names = [View.of("document-register", Filters(q=word)).file_name("csv") for word in ("энергетика", "上合组织")]
    assert "энергетика" in names[0] and "上合组织" in names[1]
    assert View.of("outcomes-by-theme", Filters(chairmanships=("kz-2023",), themes=("security", "energy"), years=(2010, 2024))).told == "kz-2023_security-energy_2010-2024"


@pytest.mark.parametrize(("chosen", "is_told_in_full"), [(SLUG_VALUES, True), (SLUG_VALUES + 1, False)])
def test_a_name_has_a_mark_beside_the_values_where_it_has_no_room_for_all(chosen: int, is_told_in_full: bool) -> None:
    known = queries.vocabulary()
    filters = Filters(themes=tuple(known.choices["themes"])[:chosen])
    assert (naming.slug(filters, ["themes"], known) == filters.slug(["themes"], known)) is is_told_in_full


@pytest.mark.parametrize("figure", ["documents-by-year", "document-register"])
def test_two_views_stand_side_by_side_in_one_bibliography(figure: str) -> None:
    works = [citation.of_view(View.of(figure, filters, BASE)) for filters in (Filters(), Filters(themes=("security",)), Filters(themes=("economy",)), Filters(q="энергетика"))]
    entries = parse_string("".join(map(citation.bibtex, works)), "bibtex").entries
    kept = len({View.of(figure, filters).query for filters in (Filters(), Filters(q="энергетика"))})
    assert len(entries) == 2 + kept
    for form in (citation.ris, citation.csl):
        assert len({re.search(r'(?:ID  - |"id": ")([a-z0-9-]+)', form(work))[1] for work in works}) == len(entries)  # type: ignore[index]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_link_leads_back_to_its_view(figure: str) -> None:
    for view in views(figure)[:20]:
        for address in (view.address(), view.address(embed="true"), view.place(), view.rows_address("csv")):
            parts = urlsplit(address)
            asked = parse_qs(parts.query)
            filters, dropped = Filters.parse(asked, queries.vocabulary())
            assert not dropped and View.of(figure, filters).parameters == view.parameters
            assert asked["rel"] == [view.release] and address.startswith(BASE)
        own, beside = urlsplit(view.address()), urlsplit(view.place())
        assert own.path == "/sco/figure" and parse_qs(own.query)["figure"] == [figure]
        assert beside.path.removeprefix("/sco/") in pages_known() and beside.fragment == figure
        assert urlsplit(view.rows_address("json")).path == f"/sco/api/v1/figures/{figure}.json"


def test_a_figure_of_the_page_data_is_found_in_its_part() -> None:
    parts = dict(re.findall(r'"([^"]+)": (\w+)\.show', (FOLDER / "data.py").read_text(encoding="utf-8")))
    for figure in FIGURES.values():
        if figure.page == "data":
            text = (FOLDER.parent / "ui" / "dataset" / f"{parts[addresses.SECTIONS[figure.name]]}.py").read_text(encoding="utf-8")
            assert f'card("{figure.name}"' in text


def test_a_day_that_is_a_default_is_said_all_the_same() -> None:
    assert f"day={queries.vocabulary().days[1]}" in View.of("membership-map", Filters()).link()
