"""Every picture that the menu gives has a file name of its own."""

import re
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Locator

from exports.picture.sizes import GROUNDS, SIZES
from exports.view import View
from queries import Filters
from tests.browser.conftest import Visit
from tests.browser.test_downloads import opened


def test_no_two_pictures_of_a_figure_have_one_name(visitor) -> None:
    """Whatever a reader presses: sizes, grounds, parts, formats. A browser tells two files of one name apart by a number alone."""
    visit: Visit = visitor()
    menu, view = opened(visit, "claimed-shares"), View.of("claimed-shares", Filters())
    names: list[str] = []
    for size in SIZES.values():
        choose(visit, menu, "Size of the picture", size.words)
        parts = [part.left_out for part in view.parts(size.form)]
        for ground in GROUNDS.values() if size.name == "column" else [GROUNDS["light"]]:
            choose(visit, menu, "Ground", ground.words)
            for part in parts if len(parts) > 1 else [""]:
                if part:
                    choose(visit, menu, "Part", part)
                names += pressed(visit, menu)
    assert len(names) > 3 * (len(SIZES) + len(GROUNDS) - 1), "parts come on top"
    assert [name for name, n in Counter(name.casefold() for name in names).items() if n > 1] == []


def pressed(visit: Visit, menu: Locator) -> Iterator[str]:
    """Names of the files of every button that gives a picture."""
    for button in menu.get_by_role("button", name=re.compile("^(PNG|SVG|PDF of the picture)")).all():
        with visit.page.expect_download(timeout=90_000) as waiting:
            button.click()
        yield waiting.value.suggested_filename


def choose(visit: Visit, menu: Locator, label: str, option: str) -> None:
    """Picks an entry of a list of the menu."""
    menu.get_by_label(label, exact=False).first.click()
    visit.page.get_by_role("option", name=option, exact=True).click()
    visit.settled()
