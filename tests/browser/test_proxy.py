"""Behind a proxy: the examples of deploy/ work as they stand, and where a proxy leaves something out the page says what."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import CHROMIUM, IDLE, QUIET, ROOT, free_port, start

SBIN = f"{os.environ['PATH']}:/usr/sbin:/sbin"
NAME = "dash.example"
SOON = 5_000  # milliseconds within which a page says what is wrong, by its own clock: a busy machine may take longer to draw it


def needed(name: str) -> str:
    path = shutil.which(name, path=SBIN)
    if path is None and os.environ.get("CI") != "true":
        pytest.skip(f"no {name} on this machine")
    assert path, f"no {name} on this machine"
    return path


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[int, subprocess.Popen]]]:
    """Ports and processes of two copies."""
    folder = tmp_path_factory.mktemp("copies")
    ports = [free_port(), free_port()]
    running = [(port, start(port, folder / f"{port}.log")) for port in ports]
    yield running
    for _, process in running:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="module")
def afar(browser: Browser) -> Iterator[Browser]:
    """Chromium that finds this computer under the name of the examples; started by the program that runs the other one, of which there is one a process."""
    opened = browser.browser_type.launch(executable_path=CHROMIUM, args=[*QUIET, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"])
    yield opened
    opened.close()


@pytest.fixture
def page(afar: Browser) -> Iterator[Page]:
    context = afar.new_context(ignore_https_errors=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a certificate for the name of the examples, in the forms that both proxies read."""
    folder = tmp_path_factory.mktemp("certificate")
    command = [needed("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    subprocess.run([*command, "-keyout", folder / "key.pem", "-out", folder / "fullchain.pem"], check=True, capture_output=True)
    (folder / "site.pem").write_bytes((folder / "fullchain.pem").read_bytes() + (folder / "key.pem").read_bytes())
    return folder


def here(text: str, ports: list[int], port: int, certificate: Path) -> str:
    """An example with this test's ports and paths."""
    text = text.replace("8501", str(ports[0])).replace("8502", str(ports[1])).replace("/etc/ssl/dashboard", str(certificate))
    return re.sub(r"(listen |bind :)443", rf"\g<1>{port}", text)


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Callable[[str, str], None]]:
    """Starts nginx or HAProxy with a configuration."""
    running: list[subprocess.Popen] = []

    def begin(name: str, text: str) -> None:
        path = tmp_path / f"{name}.conf"
        path.write_text(text)
        command = [needed("haproxy"), "-db", "-f", path] if name == "haproxy" else [needed("nginx"), "-p", tmp_path, "-e", tmp_path / "errors", "-c", path]
        running.append(subprocess.Popen(command, stdout=(tmp_path / "said").open("w"), stderr=subprocess.STDOUT))
        time.sleep(1)
        assert running[-1].poll() is None, (tmp_path / "said").read_text()

    yield begin
    for process in running:
        process.terminate()
        process.wait(10)


def nginx(folder: Path, server: str) -> str:
    """A whole configuration around what stands in its http part."""
    places = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"daemon off;\npid {folder}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{places}{server}\n}}\n"


def settled(page: Page) -> None:
    page.wait_for_function(IDLE, timeout=60_000)
    assert page.locator("#no-connection").count() == 0


@pytest.mark.parametrize("name", ["nginx", "haproxy"])
def test_the_examples_work_and_a_copy_may_stop(name: str, copies, page: Page, proxy, certificate: Path, tmp_path: Path) -> None:
    port = free_port()
    ports = [one for one, _ in copies]
    example = here((ROOT / "deploy" / f"{name}.{'conf' if name == 'nginx' else 'cfg'}").read_text(encoding="utf-8"), ports, port, certificate)
    proxy(name, nginx(tmp_path, example) if name == "nginx" else example)
    page.goto(f"https://{NAME}:{port}/priorities?themes=Security")
    settled(page)
    cookie = next(one for one in page.context.cookies() if one.get("name") == "copy")
    value = cookie.get("value", "")
    assert value in ("a", "b") and cookie.get("secure") and cookie.get("httpOnly")
    place = "ab".index(value)
    _, process = copies[place]
    process.kill()
    process.wait()
    try:
        began = time.monotonic()
        page.goto(f"https://{NAME}:{port}/priorities?themes=Security")
        settled(page)
        assert time.monotonic() - began < 15, "the other copy takes over"
    finally:
        copies[place] = (ports[place], start(ports[place], tmp_path / "again.log"))


PASSED = "proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection upgrade;"


def plain(port: int, to: int, lines: str, path: str = "/") -> str:
    return f"server {{ listen {port}; location {path} {{ {lines} proxy_pass http://127.0.0.1:{to}; }} }}"


def test_a_proxy_that_changes_the_host_is_told_what_to_do(copies, page: Page, proxy, tmp_path: Path) -> None:
    port = free_port()
    proxy("nginx", nginx(tmp_path, plain(port, copies[0][0], PASSED)))
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.goto(f"http://{NAME}:{port}/")
    page.clock.run_for(SOON)
    page.locator("#no-connection").wait_for(timeout=30_000)
    told = page.locator("#no-connection").inner_text()
    assert f"SCO_PROXY=http://{NAME}:{port}" in told and "Host" in told


def test_a_proxy_that_passes_no_websockets_is_told_so(copies, page: Page, proxy, tmp_path: Path) -> None:
    port = free_port()
    proxy("nginx", nginx(tmp_path, plain(port, copies[0][0], "proxy_set_header Host $http_host;")))
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.goto(f"http://{NAME}:{port}/")
    page.clock.run_for(SOON)
    page.locator("#no-connection").wait_for(timeout=30_000)
    assert "Upgrade" in page.locator("#no-connection").inner_text()


def test_what_it_is_told_helps(page: Page, proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port, own = free_port(), free_port()
    monkeypatch.setenv("SCO_PROXY", f"http://{NAME}:{port}")
    process = start(own, tmp_path / "log")
    try:
        proxy("nginx", nginx(tmp_path, plain(port, own, PASSED)))
        page.goto(f"http://{NAME}:{port}/priorities")
        settled(page)
    finally:
        process.terminate()
        process.wait(20)


def test_a_path_that_the_proxy_strips_needs_no_setting(copies, page: Page, proxy, tmp_path: Path) -> None:
    port = free_port()
    lines = f"{PASSED} proxy_set_header Host $http_host; rewrite ^/sco/(.*)$ /$1 break;"
    proxy("nginx", nginx(tmp_path, plain(port, copies[0][0], lines, "/sco/")))
    page.goto(f"http://{NAME}:{port}/sco/priorities?themes=security")
    settled(page)
    assert "/sco/priorities?themes=Security" in page.url
