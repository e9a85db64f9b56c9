"""A story of one's own: as text for a link, as a file, and back. Nothing of it is kept on the server."""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from data.stories import LONGEST_CAPTION, MOST_SLIDES, Slide, Story
from exports.view import View

NAME, TITLE = "own", "My story"
LONGEST_LINK, LONGEST_TEXT = 10_000, 400_000  # characters packed and unpacked
LONGEST = {"title": 120, "caption": LONGEST_CAPTION, "note": 4_000, "figure": 60}
MOST_READ, MOST_VALUES = 400, 60
SPACES = re.compile(r"[^\S\n]+")


def empty() -> Story:
    """A story without slides."""
    return Story(NAME, TITLE, "", ())


def packed(story: Story) -> str:
    """The story as text for a link."""
    text = json.dumps(_plain(story), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def unpacked(text: str) -> tuple[Story, list[str]]:
    """The story of a link, and what was dropped from it. Never raises on what somebody wrote by hand."""
    if len(text) > LONGEST_LINK:
        return empty(), [f"the story: its link is longer than {LONGEST_LINK} characters"]
    try:
        reader = zlib.decompressobj()
        made = reader.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), LONGEST_TEXT)
        values = json.loads(made.decode())
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        return empty(), ["the story: its link cannot be read"]
    return _story(values)


def to_file(story: Story) -> bytes:
    """The story as a file that can be read and loaded again."""
    return json.dumps(_plain(story), ensure_ascii=False, indent=1).encode()


def from_file(content: bytes) -> tuple[Story, list[str]]:
    """The story of a file, and what was dropped from it. Never raises on what somebody wrote by hand."""
    if len(content) > LONGEST_TEXT:
        return empty(), [f"the story: its file is longer than {LONGEST_TEXT} bytes"]
    try:
        return _story(json.loads(content.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return empty(), ["the story: its file cannot be read"]


def _plain(story: Story) -> dict[str, Any]:
    slides = [{name: value for name, value in asdict(slide).items() if value and (name, value) != ("part", 1)} for slide in story.slides]
    return {"title": story.title, "slides": slides}


def _story(values: Any) -> tuple[Story, list[str]]:
    if not isinstance(values, Mapping) or not isinstance(values.get("slides"), list) or not values["slides"]:
        return empty(), ["the story: it has no slides"]
    slides, dropped = [], []
    for place, value in enumerate(values["slides"][:MOST_READ], 1):
        slide = _slide(value)
        if slide is None:
            dropped.append(f"slide {place}: it is none")
        elif len(slides) < MOST_SLIDES:
            slides.append(slide)
    if len(values["slides"]) > MOST_SLIDES + len(dropped):
        dropped.append(f"slides after the first {MOST_SLIDES}: a story holds no more")
    return Story(NAME, _text(values.get("title"), "title").replace("\n", " ") or TITLE, "", tuple(slides)), dropped


def _slide(value: Any) -> Slide | None:
    if not isinstance(value, Mapping) or not isinstance(value.get("figure"), str):
        return None
    filters = value.get("filters")
    kept = {
        str(name)[:40]: tuple(str(one)[:200] for one in (chosen if isinstance(chosen, list) else [chosen])[:MOST_VALUES])
        for name, chosen in list((filters if isinstance(filters, Mapping) else {}).items())[:MOST_VALUES]
    }
    part = value.get("part", 1)
    return Slide(
        _text(value["figure"], "figure"),
        _text(value.get("caption"), "caption").replace("\n", " "),
        _text(value.get("note"), "note"),
        kept,
        part if type(part) is int and 1 <= part <= 1_000 else 1,
    )


def _text(value: Any, name: str) -> str:
    """A text without signs that cannot be seen, cut to the length that a slide has room for."""
    text = "".join(letter for letter in value if letter.isprintable() or letter == "\n") if isinstance(value, str) else ""
    return SPACES.sub(" ", text).strip()[: LONGEST[name]]


def slide_of(view: View) -> Slide:
    """The slide that shows a view with the filters that it obeys."""
    return Slide(view.figure.name, filters={name: values for name in view.names if (values := _raw(getattr(view.filters, name)))})


def _raw(chosen: Any) -> tuple[str, ...]:
    """Chosen values as a link has them."""
    if chosen in (None, "", ()):
        return ()
    return tuple(map(str, chosen)) if isinstance(chosen, tuple) else (str(chosen),)
