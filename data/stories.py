"""The stories of a dataset: `stories/*.toml` beside the tables, which a dataset may do without.

A story has a title, a question and slides; a slide has a figure, filters, a caption of one sentence and a note for whoever speaks.
Captions and notes hold no typed figures: what stands in braces names a value of the figure's rows (see `data.reading.named`).
Here the files are read as they stand; whether a figure and its values exist is known to `exports.show`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.faults import Fault
from data.reading.named import HOW, PLACE, Unreadable, named, places

FOLDER = "stories"
MOST_SLIDES = 40
LONGEST_CAPTION = 300
LAST = 1_000
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TAKEN = {"own", "view"}  # addresses of the player that are no stories
OF_STORY, OF_SLIDE = {"title", "question", "place", "slides"}, {"figure", "filters", "caption", "note", "part"}
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Slide:
    """One slide: the name of a figure, raw filter values by name, caption and note, and which part of a figure that comes in several."""

    figure: str
    caption: str = ""
    note: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    part: int = 1


@dataclass(frozen=True)
class Story:
    """Slides in order, under a title and a question; `name` is that of the file and of the address, `place` its rank among the stories."""

    name: str
    title: str
    question: str
    slides: tuple[Slide, ...]
    place: int = LAST


def read(folder: Path) -> tuple[list[Story], list[Fault]]:
    """The stories of a dataset by `place`, then by file name, and what is wrong with them. A story with a fault is left out."""
    stories, faults = [], []
    for path in sorted((folder / FOLDER).glob("*.toml")):
        found = _read(path)
        if isinstance(found, Story):
            stories.append(found)
        else:
            faults += found
    return sorted(stories, key=lambda story: story.place), faults


def _read(path: Path) -> Story | list[Fault]:
    file = f"{FOLDER}/{path.name}"
    if not NAME.fullmatch(path.stem) or path.stem in TAKEN:
        return [Fault(file, None, None, path.stem, "cannot be the address of a story", "Name the file in small letters, digits and hyphens; not own or view.")]
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors write a mark before the text
        values = tomllib.loads(text)
    except OSError as error:
        return [Fault(file, None, None, None, f"cannot be opened ({error.strerror})", "Let the dashboard read the file.")]
    except UnicodeDecodeError:
        return [Fault(file, None, None, None, "not UTF-8 text", "Save the file in the encoding UTF-8.")]
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        return [Fault(file, int(at[1]) if at else None, None, None, f"not valid TOML ({error})", "Correct the file.")]
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip().replace(" ", "") == "[[slides]]"]
    faults = faults_of(file, values, lines)
    return faults or Story(path.stem, values["title"], values["question"], tuple(map(_slide, values["slides"])), values.get("place", LAST))


def _slide(values: Mapping[str, Any]) -> Slide:
    filters = {name: tuple(map(str, value if isinstance(value, list) else [value])) for name, value in values.get("filters", {}).items()}
    return Slide(values["figure"], " ".join(values["caption"].split()), values.get("note", "").strip(), filters, values.get("part", 1))


def faults_of(file: str, values: Mapping[str, Any], lines: list[int]) -> list[Fault]:
    """What is wrong with the contents of a file; `lines` are those on which its slides begin."""
    faults = [Fault(file, None, name, None, "no such name is known", f"Remove it, or name it one of {', '.join(sorted(OF_STORY))}.") for name in values.keys() - OF_STORY]
    for name in ("title", "question"):
        if not _is_line(values.get(name)):
            faults.append(Fault(file, None, name, None, "the text is missing" if name not in values else "not a text of one line", "Add it, with a text."))
    if type(values.get("place", LAST)) is not int:
        faults.append(Fault(file, None, "place", str(values["place"]), "not a whole number", "Give 1 for the first story, 2 for the second."))
    slides = values.get("slides")
    if not isinstance(slides, list) or not slides or not all(isinstance(slide, Mapping) for slide in slides):
        return [*faults, Fault(file, None, "slides", None, "has no slides", "Begin each slide with a line [[slides]].")]
    if len(slides) > MOST_SLIDES:
        faults.append(Fault(file, None, "slides", None, f"has {len(slides)} slides, more than {MOST_SLIDES}", "Make two stories of it."))
    for place, slide in enumerate(slides):
        faults += _of_slide(file, lines[place] if place < len(lines) else None, f"slide {place + 1}", slide)
    return faults


def _of_slide(file: str, line: int | None, place: str, slide: Mapping[str, Any]) -> list[Fault]:
    faults = [Fault(file, line, f"{place}, {name}", None, "no such name is known", f"Remove it, or name it one of {', '.join(sorted(OF_SLIDE))}.") for name in slide.keys() - OF_SLIDE]
    for name in ("figure", "caption"):
        if not _is_line(slide.get(name)):
            faults.append(Fault(file, line, f"{place}, {name}", None, "the text is missing, or not one line", "Add it, with a text."))
    if not isinstance(slide.get("note", ""), str):
        faults.append(Fault(file, line, f"{place}, note", None, "not a text", "Put it in quotes."))
    if "part" in slide and (type(slide["part"]) is not int or slide["part"] < 1):
        faults.append(Fault(file, line, f"{place}, part", str(slide["part"]), "not the number of a part", "Give a whole number from 1."))
    if not _are_filters(slide.get("filters", {})):
        faults.append(Fault(file, line, f"{place}, filters", None, "not filters", 'Give names with a text or a list, such as themes = ["security"].'))
    for name in ("caption", "note"):
        if isinstance(slide.get(name), str):
            faults += _of_text(file, line, f"{place}, {name}", slide[name])
    return faults


def _of_text(file: str, line: int | None, place: str, text: str) -> list[Fault]:
    faults = []
    for one in places(text):
        try:
            named(one)
        except Unreadable as error:
            faults.append(Fault(file, line, place, f"{{{one}}}", str(error), HOW))
    rest = PLACE.sub("", text)
    if "{" in rest or "}" in rest:
        faults.append(Fault(file, line, place, text, "has a brace without its other", HOW))
    if DIGIT.search(rest):
        faults.append(Fault(file, line, place, text, "has a typed number", "Name the value in braces, so that it follows the data."))
    if place.endswith("caption") and len(rest) > LONGEST_CAPTION:
        faults.append(Fault(file, line, place, f"{rest[:60]}…", f"has {len(rest)} letters beside its values, more than {LONGEST_CAPTION}", "Shorten it: a hall reads two lines. The rest can stand in the note."))
    return faults


def _is_line(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.strip().isprintable()


def _are_filters(value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    return all(isinstance(one, str | int) or (isinstance(one, list) and all(isinstance(each, str | int) for each in one)) for one in value.values())
