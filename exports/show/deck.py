"""A story as it is shown: each slide a view with its caption and note, under the filters that a visitor has added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import data
import queries
from charts.catalogue import FIGURES
from charts.form import SLIDE, Part
from data import stories
from data.stories import Slide, Story
from exports.common.answer import obeyed
from exports.show.captions import Unfilled, filled
from exports.show.own import NAME
from exports.sources import listed
from exports.view import View
from queries import Filters

LIVE = ("chairmanships", "themes", "years")
NOT_STATED = "not stated"
PAIR = 2
OTHERWISE = "Written for this slide without the filters that are chosen now:\n"
Raw = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Shown:
    """One slide: its view, the part of the figure that is drawn, caption and note in words."""

    view: View
    part: int
    caption: str
    note: str

    @property
    def drawn(self) -> Part:
        """The rows that are drawn, and in words what is left out."""
        return self.view.parts(SLIDE)[self.part - 1]

    @property
    def under(self) -> str:
        """What stands under the caption: the measure, the filters in words with n, what the slide leaves out."""
        told = f"{self.view.figure.measure}: {self.view.sentence}"
        return f"{told}. Shown: {self.drawn.left_out}." if self.drawn.left_out else f"{told}."


@dataclass(frozen=True)
class Deck:
    """A story with its slides; `dropped` says what could not be shown or used, and `chosen` what the visitor filters by."""

    name: str
    title: str
    question: str
    slides: tuple[Shown, ...]
    chosen: Raw = field(default_factory=dict)
    dropped: tuple[str, ...] = ()

    @property
    def sources(self) -> list[dict]:
        """Every source beneath the slides, once, those used by most slides first."""
        found: dict[str, dict] = {}
        uses: dict[str, int] = {}
        for view in {shown.view.figure.name + shown.view.sentence: shown.view for shown in self.slides}.values():
            for row in listed(view):
                found.setdefault(row["source_id"], row)
                uses[row["source_id"]] = uses.get(row["source_id"], 0) + 1
        return sorted(found.values(), key=lambda row: -uses[row["source_id"]])


def in_short(row: Mapping[str, object]) -> str:
    """A source in one line: title, publisher, date, address."""
    when = f", {row['Published']}" if row["Published"] else ""
    return f"{row['Source']}. {publisher(row)}{when}. {row['Address'] or ''}".strip()


def publisher(row: Mapping[str, object]) -> str:
    """Who published a source, in words that stand alone also where it is not known."""
    name = str(row["Publisher"])
    return f"Publisher {name}" if name == NOT_STATED else name


def known() -> dict[str, Story]:
    """The stories of the dataset that is served, by name; those with a fault are left out."""
    folder = data.current().folder
    paths = sorted((folder / stories.FOLDER).glob("*.toml"))
    return {story.name: story for story in _read(folder, tuple((path.name, path.stat().st_mtime_ns) for path in paths))}


@lru_cache(maxsize=4)
def _read(folder: Path, files: tuple[tuple[str, int], ...]) -> tuple[Story, ...]:
    return tuple(stories.read(folder)[0])


def deck(story: Story, chosen: Raw | None = None, base: str = "", lost: Sequence[object] = ()) -> Deck:
    """The story under the filters that were chosen beside its own (`LIVE`); what cannot be used is left out and named, after what was `lost` before."""
    wanted = {name: list(values) for name, values in (chosen or {}).items() if name in LIVE and values}
    _, bad = Filters.parse(wanted, queries.vocabulary())
    dropped = [*map(str, lost), *map(str, bad)]
    slides = []
    for place, slide in enumerate(story.slides[: stories.MOST_SLIDES], 1):
        if slide.figure not in FIGURES:
            dropped.append(f"slide {place}: there is no figure “{slide.figure[:40]}”")
            continue
        shown, bad = _shown(slide, wanted, base, is_literal=story.name == NAME)
        dropped += [f"slide {place}: {one}" for one in bad]
        slides.append(shown)
    dropped += unpaired([shown.view.figure.name for shown in slides], wanted)
    if len(story.slides) > stories.MOST_SLIDES:
        dropped.append(f"{len(story.slides) - stories.MOST_SLIDES} slides after the first {stories.MOST_SLIDES}")
    return Deck(story.name, story.title, story.question, tuple(slides), wanted, tuple(dropped))


def _shown(slide: Slide, wanted: Raw, base: str, is_literal: bool) -> tuple[Shown, list[str]]:
    written_for, bad = Filters.parse(slide.filters, queries.vocabulary())
    filters, _ = Filters.parse({**slide.filters, **fitting(slide.figure, wanted)}, queries.vocabulary())
    view = View.of(slide.figure, filters, base)
    caption, note = (slide.caption, slide.note) if is_literal else _words(slide, view, View.of(slide.figure, written_for, base))
    return Shown(view, min(slide.part, len(view.parts(SLIDE))), caption or view.title, note), list(map(str, bad))


def _words(slide: Slide, view: View, written_for: View) -> tuple[str, str]:
    """Caption and note of a slide. They are written for the story's own filters: "in security", "fell"; where others show something else, the figure tells its finding itself."""
    note = _filled(slide.note, written_for)
    if view.parameters == written_for.parameters:
        return _filled(slide.caption, view), note
    return "", f"{OTHERWISE}{note}" if note else ""


def _filled(text: str, view: View) -> str:
    """The text with its values, "" where one is not there; worked out once for each view."""
    key = ("caption", text)
    if key not in view.aside:
        try:
            view.aside[key] = filled(text, view.frame, view.figure.decimals)
        except Unfilled:
            view.aside[key] = ""
    return view.aside[key]


def fitting(figure: str, wanted: Raw) -> Raw:
    """The chosen filters as a figure takes them: two chairmanships are the two that it compares."""
    chairs = wanted.get("chairmanships", ())
    if len(chairs) == PAIR and _is_of_two(figure):
        return {**wanted, "first": [chairs[0]], "second": [chairs[1]]}
    return wanted


def unpaired(figures: Sequence[str], wanted: Raw) -> list[str]:
    """What to say where chairmanships are chosen and figures compare two of them, but not two were chosen."""
    chairs = wanted.get("chairmanships", ())
    if not chairs or len(chairs) == PAIR or not any(map(_is_of_two, figures)):
        return []
    return [f"chairmanships, where two are compared: choose two of them, not {len(chairs)}"]


def _is_of_two(figure: str) -> bool:
    return "first" in obeyed(FIGURES[figure].query)


def of_view(view: View, lost: Sequence[object] = ()) -> Deck:
    """A view alone, in as many slides as its figure has parts."""
    slides = [Shown(view, place, view.title, "") for place in range(1, len(view.parts(SLIDE)) + 1)]
    chosen = {name: getattr(view.filters, name) for name in LIVE if getattr(view.filters, name)}
    left_out = [f"parts after the first {stories.MOST_SLIDES}"] if len(slides) > stories.MOST_SLIDES else []
    return Deck("view", view.figure.measure, "", tuple(slides[: stories.MOST_SLIDES]), chosen, (*map(str, lost), *left_out))
