"""What is drawn and written for a release that no longer changes, as short marks in a file beside: a change of any part of it has to be meant.

The marks say that something differs and where, not whether it is right: that is for other tests, and for the eye.
"""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import data
from charts.catalogue import FIGURES
from data.stories import read
from exports import browser, citation, story_pptx
from exports.show import handout, player
from exports.show.deck import deck
from exports.view import View
from queries import Filters
from server.first import box
from tests.approved.figures import chosen, figure, printed_as_text
from tests.approved.marking import office, parts_of
from tests.approved.served import answers
from tests.approved.written import written

RELEASE = "2026-11-25-00c9607"
FILE = Path(__file__).with_name("marks.txt")
BASE = "https://dashboard.example"
LEAGUE = Path(__file__).parent.parent / "league"
PAGES = ("overview", "compare", "priorities", "timeline", "documents", "membership", "reported")
DAY = date(2026, 11, 30)


def marks(monkeypatch: Any) -> Iterator[str]:
    """A line a thing that is drawn or written: its name, and a mark for each of its parts."""
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(citation, "today", lambda: DAY)
    with data.bound_to(data.release(RELEASE)):
        for name in FIGURES:
            yield from chosen(name, BASE)
        for page, narrow in product(PAGES, (False, True)):
            parts = box.of(page, "", narrow).html.split("<section>")
            yield f"page {page} {'narrow' if narrow else 'wide'} {parts_of({str(place): part for place, part in enumerate(parts)})}"
        yield from _stories(data.newest().folder, monkeypatch)
    with data.bound_to(league := data.connect(LEAGUE)):
        for name in FIGURES:
            yield from figure(View.of(name, Filters(), BASE), "league", ("wide", "slide"))
        yield from _stories(LEAGUE, monkeypatch)
    with monkeypatch.context() as served:
        served.setenv("SCO_DATA", str(LEAGUE))
        yield from answers(BASE)
        yield from written(LEAGUE)
    league.close()


def _stories(folder: Path, monkeypatch: Any) -> Iterator[str]:
    """A line a story of a folder and a way to show it, with the rows of the dataset that answers."""
    stories, faults = read(folder)
    assert stories and not faults
    for story in stories:
        told = deck(story, None, BASE)
        yield f"story {story.name} player {parts_of(player.told(told))}"
        yield f"story {story.name} pptx {parts_of(office(story_pptx.to_pptx(told)))}"
        with monkeypatch.context() as printed:
            printed_as_text(printed)
            yield f"story {story.name} handout {parts_of({str(place): part for place, part in enumerate(handout.to_pdf(told).decode().split('<section'))})}"
