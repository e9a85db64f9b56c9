"""Links with ids are led to the form that the pages write."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server.links import LONGEST, Links, canonical

client = TestClient(Starlette(routes=[Route("/{path:path}", lambda request: PlainTextResponse(str(request.url.query)))], middleware=[Middleware(Links)]))


def test_ids_become_labels_and_the_rest_stays() -> None:
    assert canonical("themes=security&themes=Energy&first=kz-2016&q=a%20b&x=1") == "themes=Security&themes=Energy&first=Kazakhstan+2016-2017&q=a+b&x=1"


def test_a_link_with_ids_is_redirected_once() -> None:
    answer = client.get("/compare?themes=security&years=2001&years=2025", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == "./compare?themes=Security&years=2001&years=2025"
    assert client.get("/compare?themes=security").text == "themes=Security"
    assert client.get("/?themes=security", follow_redirects=False).headers["location"] == "./?themes=Security"


@pytest.mark.parametrize(("more", "status"), [(0, 307), (1, 200)])
def test_a_link_is_looked_at_up_to_a_length(more: int, status: int) -> None:
    begin = "themes=security&q="
    assert client.get(f"/compare?{begin}{'x' * (LONGEST - len(begin) + more)}", follow_redirects=False).status_code == status


def test_other_links_pass() -> None:
    for query in ("themes=Security", "themes=sport", "id=kz-2016&table=chairmanships", "a=" + "x" * 9000, "themes=%00%ff", ""):
        assert client.get(f"/compare?{query}", follow_redirects=False).status_code == 200
    assert client.get("/api/v1/x?themes=security", follow_redirects=False).status_code == 200


def test_the_first_page_has_one_address() -> None:
    for path, place in (("/overview", "./"), ("/overview/", "../"), ("/overview?years=2001&years=2025", "./?years=2001&years=2025"), ("/overview?themes=energy", "./?themes=Energy")):
        answer = client.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (307, place)
    assert client.get("/compare/?themes=energy", follow_redirects=False).headers["location"] == "../compare?themes=Energy"
