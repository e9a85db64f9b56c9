"""Lines that show a view inside another page: a frame, and a few lines of script that let it follow the height of its content."""

from collections.abc import Mapping, Sequence
from html import escape

from exports.view import View

AROUND_CHART = 430  # without the script: what stands above and below a chart at 800 pixels
LONGEST_STATE = 40  # letters: "2020-01-01_2024-12-31", "Sources"
# Every frame of a page is set by its own message alone; several embeds, each with these lines, do no harm to each other.
FOLLOW = (
    "<script>addEventListener('message',e=>{const h=Number(e.data?.frameHeight);if(h>0)for(const f of document.querySelectorAll('iframe'))"
    "if(f.contentWindow===e.source)f.style.height=h+'px'})</script>"
)
GROUNDS = {"as the reader's": "", "light": "light_theme", "dark": "dark_theme"}


def state(figure: str, link: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What a link says beside filters and release of how its figure is looked at: the open tab and the days that handles leave."""
    return {name: link[name][-1][:LONGEST_STATE] for name in (f"tab-{figure}", "zoom") if link.get(name)}


def address(view: View, ground: str = "", **more: str) -> str:
    """The address of the frame; `ground` is a value of GROUNDS."""
    return view.address(**more, embed="true", **({"embed_options": ground} if ground else {}))


def frame(view: View, ground: str = "", width: str = "100%", **more: str) -> str:
    """The frame alone, at a height that suits most widths."""
    return (
        f'<iframe src="{escape(address(view, ground, **more))}" title="{escape(view.title)}" width="{width}" height="{height(view)}" '
        'style="border:0" loading="lazy" allow="clipboard-write"></iframe>'
    )


def code(view: View, ground: str = "", **more: str) -> str:
    """Frame and script. Where a page takes no script, the frame keeps its height."""
    return f"{frame(view, ground, **more)}\n{FOLLOW}"


def height(view: View) -> int:
    """Pixels of a frame that does not follow its content."""
    return view.figure.height + AROUND_CHART
