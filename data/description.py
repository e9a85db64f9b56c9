"""What the dataset is called, who is to be cited, and under which licence it may be used."""

import re
import tomllib
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from data.faults import Fault
from data.organisation.told import FORMS, is_texts

FILE = "dataset.toml"
MENDING = "Correct the file."


@dataclass(frozen=True)
class About:
    """Titles, creators and licence of a dataset; the names of `dataset.toml`.

    `contact`: who takes reports of mistakes, as a mail address, a web address or a name.
    `coders`: who gave the codings, and how. `coding`: the rules for all of them. `outcomes`: outcome -> when it is given.
    `questions`: question -> what follows from a yes, in the order in which they are asked; codings name them by number, from 1.
    `cautions`: table -> what a reader must know before using it. `methods`: figure -> what of its method is so in this organisation alone,
    such as from which step a status counts. All texts are a sentence or two each.
    `statuses`: status -> its words and what it means, in order; the keys are those of STATUS. `steps`: kind of step -> what it does to the status where it
    is effective: found, grant, end or none. `measures`: what reported figures may count. Where one of the three is left out, the words in use count.
    `counts`: measure -> the measure whose count stands beside its claims, where that has another name. `levels`: level of a body -> who meets there.
    `indicators` and `shares`: what of the world the member states have a share of, and which claims are shares; the keys are those of INDICATOR and SHARE.
    `tiles`: state -> column and row on the map of tiles. Keys and forms stand in `data/organisation/told.py`.
    """

    title: str
    short_title: str
    dashboard: str = "Chairmanship Dashboard"
    organisation: str = "organisation"
    creators: list[str] = field(default_factory=list)
    licence: str = "licence not stated"
    licence_id: str = ""
    licence_address: str = ""
    address: str = ""
    contact: str = ""
    coders: list[str] = field(default_factory=list)
    coding: list[str] = field(default_factory=list)
    outcomes: dict[str, list[str]] = field(default_factory=dict)
    questions: dict[str, list[str]] = field(default_factory=dict)
    cautions: dict[str, list[str]] = field(default_factory=dict)
    methods: dict[str, list[str]] = field(default_factory=dict)
    statuses: dict[str, dict[str, Any]] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)
    measures: list[str] = field(default_factory=list)
    counts: dict[str, str] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    indicators: dict[str, dict[str, Any]] = field(default_factory=dict)
    shares: list[dict[str, Any]] = field(default_factory=list)
    tiles: dict[str, list[int]] = field(default_factory=dict)


def read(folder: Path) -> tuple[About, list[Fault]]:
    """The description in `folder`, and what is wrong with it; a folder without one, or with a faulty one, is called by its name."""
    unnamed = About(title=folder.name, short_title=folder.name)
    try:
        values = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return unnamed, []
    except OSError as error:
        return unnamed, [Fault(FILE, None, None, None, f"cannot be opened ({error.strerror})", "Let the dashboard read the file.")]
    except UnicodeDecodeError:
        return unnamed, [Fault(FILE, None, None, None, "not UTF-8 text", "Save the file in the encoding UTF-8.")]
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        return unnamed, [Fault(FILE, int(at[1]) if at else None, None, None, f"not valid TOML ({error})", MENDING)]
    faults = faults_of(values)
    return (unnamed, faults) if faults else (About(**values), [])


def faults_of(values: dict[str, Any]) -> list[Fault]:
    """One fault for each name that is missing or unknown, and for each value of another kind than expected."""
    known = {one.name: one for one in fields(About)}
    needed = [name for name, one in known.items() if one.default is MISSING and one.default_factory is MISSING]
    faults = [Fault(FILE, None, name, None, "the name is missing", "Add it, with a text.") for name in needed if name not in values]
    for name, value in values.items():
        if name not in known:
            faults.append(Fault(FILE, None, name, None, "no such name is known", f"Remove it, or name it one of {', '.join(known)}."))
        elif not (form := FORMS.get(name) or KINDS[str(known[name].type)])[0](value):
            faults.append(Fault(FILE, None, name, str(value), f"not {form[1]}", MENDING))
        elif name == "statuses":
            faults += doubled(value)
    return faults


def doubled(statuses: dict[str, dict[str, Any]]) -> list[Fault]:
    """One fault for each status that has the mark or the measure of another: a reader could not tell them apart."""
    faults = []
    for key in ("mark", "measure"):
        first: dict[Any, str] = {}
        for status, told in statuses.items():
            if (value := told.get(key)) and first.setdefault(value, status) != status:
                faults.append(Fault(FILE, None, f"statuses.{status}.{key}", str(value), f"the {key} of the status {first[value]!r} too", "Give each its own."))
    return faults


KINDS = {
    str(str): (lambda value: isinstance(value, str) and bool(value.isprintable()), "a text of one line"),
    str(list[str]): (is_texts, "a list of texts"),
    str(dict[str, list[str]]): (lambda value: isinstance(value, dict) and all(map(is_texts, value.values())), "a list of texts under each name"),
}
