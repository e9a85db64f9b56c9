"""What stands behind a mark can be read: its links are set paler with the note they stand in, and keep 4.5:1 all the same."""

import pytest

from charts.look import DARK, LIGHT, Look, contrast
from tests.browser.conftest import Visit

# Ink of the links, with the strength at which all around them is painted.
LINKS = """(links) => links.map((link) => {
  let strength = 1
  for (let node = link; node; node = node.parentElement) strength *= Number(getComputedStyle(node).opacity)
  const [red, green, blue, own = 1] = getComputedStyle(link).color.match(/[\\d.]+/g).map(Number)
  return [red, green, blue, strength * own]
})"""


def painted(ink: list[float], ground: str) -> str:
    """The colour of an ink (red, green, blue, strength) as it comes out on a ground."""
    under = [int(ground[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(ink[3] * over + (1 - ink[3]) * below):02x}" for over, below in zip(ink, under, strict=False))


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_links_to_sources_behind_a_mark_can_be_read(look: Look, visitor) -> None:
    visit: Visit = visitor(scheme=look.name).open("/figure?figure=compared-outcomes")
    visit.card("compared-outcomes").locator(".point path").first.click(force=True)
    links = visit.page.locator('[class*="st-key-behind-chart-"] [data-testid="stCaptionContainer"] a')
    links.first.wait_for()
    assert not [ink for ink in links.evaluate_all(LINKS) if contrast(painted(ink, look.paper), look.paper) < 4.5]
