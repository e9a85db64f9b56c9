"""Are the stories of a dataset sound? Figures, filters, parts and the values that captions name."""

from pathlib import Path

import queries
from charts.catalogue import FIGURES
from charts.form import SLIDE
from data import stories
from data.faults import Fault
from data.reading.named import places
from data.stories import Slide, Story
from exports.show.captions import Unfilled, filled
from exports.view import View
from queries import Filters


def faults(folder: Path) -> list[Fault]:
    """What is wrong with the stories in a folder whose tables are served: every fault with file, slide and remedy."""
    sound, found = stories.read(folder)
    return found + [fault for story in sound for place, slide in enumerate(story.slides, 1) for fault in _of_slide(story, place, slide)]


def _of_slide(story: Story, place: int, slide: Slide) -> list[Fault]:
    file, at = f"{stories.FOLDER}/{story.name}.toml", f"slide {place}"
    if slide.figure not in FIGURES:
        return [Fault(file, None, f"{at}, figure", slide.figure, "there is no such figure", f"Choose one of {', '.join(FIGURES)}.")]
    filters, dropped = Filters.parse(slide.filters, queries.vocabulary())
    found = [Fault(file, None, f"{at}, filters, {one.name}", one.value, one.reason, "Give an id or a label that the page offers.") for one in dropped]
    view = View.of(slide.figure, filters)
    names = set(view.names)
    found += [
        Fault(file, None, f"{at}, filters, {name}", None, "the figure does not obey this filter", f"Choose from {', '.join(view.names) or 'none'}.")
        for name in slide.filters
        if name not in names
    ]
    if view.frame.empty:
        return [*found, Fault(file, None, at, None, "the figure has no rows under these filters", "Take filters away.")]
    if slide.part > (n := len(view.parts(SLIDE))):
        found.append(Fault(file, None, f"{at}, part", str(slide.part), f"the figure comes in {n}", f"Give a number from 1 to {n}."))
    for name, text in (("caption", slide.caption), ("note", slide.note)):
        for one in places(text):
            try:
                filled(f"{{{one}}}", view.frame, view.figure.decimals)
            except Unfilled as error:
                found.append(Fault(file, None, f"{at}, {name}", f"{{{one}}}", str(error), "Name a value that the table of the figure holds."))
    return found
