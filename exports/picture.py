"""What a picture of a view carries: the chart in print colours, and the lines burnt in above and below it."""

import json
import textwrap
from typing import Any

import data
from charts.look import PRINT
from exports.view import View

WIDTH = 1000
TITLE_CHARACTERS, LINE_CHARACTERS = 78, 128


def picture(view: View) -> dict[str, Any]:
    """Print figure as plain JSON, lines for title, filters and foot, and file name stem; drawn in the browser at WIDTH pixels."""
    figure = json.loads(view.plot(PRINT).to_json())
    return {
        "figure": figure,
        "width": WIDTH,
        "height": figure["layout"]["height"],
        "title": textwrap.wrap(view.title, TITLE_CHARACTERS),
        "lines": textwrap.wrap(view.sentence, LINE_CHARACTERS),
        "foot": textwrap.wrap(f"{source_line(view)} Release {view.release}.", LINE_CHARACTERS),
        "name": view.file_name("png").removesuffix(".png"),
    }


def source_line(view: View) -> str:
    """The dataset as source, with the number of its records behind the picture."""
    about = data.about()
    return f"Source: {about.short_title}, {about.licence}; {view.n} {'record' if view.n == 1 else 'records'} behind this figure."
