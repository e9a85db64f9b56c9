"""What goes over the wire: compressed files, no failed look-ups, our title, pages that may be embedded."""

from urllib.parse import urlparse

LARGEST_VISIT = 2_400_000  # bytes to the first chart of a cold visit


def watched(visit) -> tuple[list, list[int]]:
    """Answers and bytes received, filled while the visit goes on."""
    answers, sizes = [], []
    visit.page.on("response", lambda answer: answers.append(answer))
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return answers, sizes


def test_a_cold_visit_is_small_and_nothing_fails(visitor) -> None:
    visit = visitor()
    answers, sizes = watched(visit)
    visit.open("/compare")
    assert not [answer.url for answer in answers if answer.status >= 400]
    scripts = [answer for answer in answers if answer.url.endswith(".js") and "/static/" in answer.url]
    large = [answer for answer in scripts if answer.headers.get("content-encoding") != "br" and int(answer.headers.get("content-length", 0)) > 20_000]
    assert scripts and not large, [answer.url for answer in large]
    assert sum(sizes) <= LARGEST_VISIT


def test_a_deep_link_asks_for_its_server_at_the_root_alone(visitor) -> None:
    visit = visitor()
    answers, _ = watched(visit)
    visit.open("/compare?themes=Energy")
    asked = {urlparse(answer.url).path for answer in answers}
    assert "/_stcore/host-config" in asked
    assert not [path for path in asked if path.startswith("/compare/")]


def test_the_title_is_ours_from_the_first_byte(visitor) -> None:
    visit = visitor()
    titles = []
    visit.page.on("domcontentloaded", lambda page: titles.append(page.title()))
    visit.open("/")
    assert titles and all("Streamlit" not in title for title in [*titles, visit.page.title()])


def test_another_site_may_embed_a_page(visitor, address) -> None:
    visit = visitor()
    visit.page.set_content(f'<iframe src="{address}/?embed=true" width="1000" height="800"></iframe>')
    visit.page.frame_locator("iframe").locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    assert not visit.complaints
