"""The filters there are: their names (which are also the names in a link), their kind and how a sentence names them."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["many", "one", "years", "day", "text"]


@dataclass(frozen=True)
class Field:
    """One filter. `name` is the key in links and in `Filters`; `label` heads the widget; `everything` stands for no choice.

    `phrase` is put before the chosen labels in a filter sentence; `always` says that the default is named there too, `lower` that its
    labels are plain words, not names, so that they begin small within the sentence.
    """

    name: str
    kind: Kind
    label: str
    everything: str = ""
    phrase: str = ""
    always: bool = False
    lower: bool = False


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("chairmanships", "many", "Chairmanships", "All chairmanships"),
        Field("themes", "many", "Themes", "All themes"),
        Field("years", "years", "Years"),
        Field("first", "one", "First chairmanship", always=True),
        Field("second", "one", "Second chairmanship", phrase="compared with", always=True),
        Field("outcomes", "many", "Outcomes", "All outcomes"),
        Field("kinds", "many", "Kinds of priority", "All kinds"),
        Field("types", "many", "Types of document", "All types"),
        Field("bodies", "many", "Bodies", "All bodies"),
        Field("forces", "many", "Legal force", "Treaties and political texts"),
        Field("lanes", "many", "Lanes", "All lanes"),
        Field("period", "one", "Period"),
        Field("statuses", "many", "Status", "Every status"),
        Field("measure", "one", "Show", phrase="as", lower=True),
        Field("by", "one", "Group by", phrase="by", always=True, lower=True),
        Field("indicator", "one", "Indicator", always=True),
        Field("coding", "one", "What was coded", always=True),
        Field("coders", "one", "Two coders", always=True),
        Field("day", "day", "Day", phrase="as of", always=True),
        Field("q", "text", "Search documents", phrase="containing"),
        Field("sort", "one", "Sort by", phrase="sorted by", lower=True),
    )
}
