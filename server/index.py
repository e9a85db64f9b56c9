"""Streamlit's `index.html` made ours: title, language, scripts fetched ahead, no search for the server."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Protocol

import brotli
from streamlit import file_util

from data.description import FILE, About, read
from data.live import data_folder
from server.encoding import gzip_packed

NOSCRIPT = "<noscript><p style=\"margin:0;padding:8px 16px;font:16px sans-serif;background:#ffffff;color:#0d1116\">Charts and filters need JavaScript. Please allow it for this address.</p></noscript>"
PLACE = "<!-- the first words -->"
CHANGED = "Changed by this project: the head and the text for browsers without JavaScript."
HISTORY = Path(__file__).with_name("history.js").read_text(encoding="utf-8")
CONNECTION = Path(__file__).with_name("connection.js").read_text(encoding="utf-8")
TOUCH = Path(__file__).with_name("touch.js").read_text(encoding="utf-8")
DASHES = Path(__file__).with_name("dashes.js").read_text(encoding="utf-8")
CHARTS = Path(__file__).with_name("charts.js").read_text(encoding="utf-8")
EMBED = Path(__file__).with_name("embed.js").read_text(encoding="utf-8")
PRINT = Path(__file__).with_name("print.js").read_text(encoding="utf-8")
LOOK = "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("look.css", "print.css"))
FIRST = Path(__file__).parent / "first"
FIRST_LOOK, FIRST_SCRIPT = ((FIRST / name).read_text(encoding="utf-8") for name in ("first.css", "first.js"))
# Chunks that every page with a filter bar and a chart waits for. Names are matched without their hash; what is not found is left out.
EARLY = ("PlotlyChart", "BidiComponent", "Multiselect", "Slider", "PageLink", "Selectbox", "MenuButton", "DownloadButton", "Button")
# Those that take longest on the way; they are fetched at once, and read when the first words are painted.
LARGE = ("src.", "react-dom.", "protobuf.", "PlotlyChart.", "StreamlitMarkdown.")
# Pages lie side by side in one folder, so the folder of the address is the server's: no look-ups that end in 404 on /compare,
# and right behind any host, port or path of a proxy. With HOST_CONFIG given, the websocket opens at once.
SCRIPT = """(() => {
  const base = new URL(".", location.href).href;
  window.__streamlit = {
    BACKEND_BASE_URL: base,
    HOST_CONFIG_BASE_URL: base,
    HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
  };
  window.prerenderReady = false;
  // Tells the first run of a session which form to draw; a later change of width is told by ui/viewport.py.
  try {
    document.cookie = `narrow=${window.matchMedia("(max-width: 640px)").matches ? 1 : 0};path=/;SameSite=Lax`;
  } catch { /* a sandboxed frame has no cookies */ }
})();"""


class First(Protocol):
    """What one page writes into the index, all of it HTML."""

    title: str
    description: str
    html: str
    head: str


@dataclass(frozen=True)
class Index:
    """The page every address of the dashboard answers: bytes by encoding (`identity`, `gzip`, `br`), its tag, its scripts' CSP hashes, its status."""

    body: dict[str, bytes]
    etag: str
    script_hashes: str
    status: int = 200


def _chunks(folder: Path) -> list[str]:
    """File names of the early chunks and of all they import."""
    names = {path.name for path in folder.glob("*.js")}
    wanted = [name for stem in EARLY for name in sorted(names) if name.startswith(f"{stem}.")]
    for name in wanted:  # grows while it is read
        head = (folder / name).read_text(encoding="utf-8")[:20_000]
        wanted += [found for found in re.findall(r'(?:from|import)"\./([\w.~-]+\.js)"', head) if found in names and found not in wanted]
    return wanted


def treat(html: str, chunks: list[str], about: About) -> str:
    """`html` with our head, the names of the dataset and the `chunks` preloaded. A pattern that is not found leaves its place as it was."""
    html = re.sub(r"<!--(?:(?!-->).)*RFC 8631.*?-->", "", html, flags=re.S)
    html = re.sub(r'\s*<link rel="service-desc"[^>]*>', "", html)
    html = re.sub(r"\s*<script>\s*window\.prerenderReady = false\s*</script>", "", html)
    html = re.sub(r"<noscript>.*?</noscript>", NOSCRIPT, html, flags=re.S)
    html = html.replace("under the License.\n-->", f"under the License.\n\n {CHANGED}\n-->")
    told = f"Chairmanships of the {about.organisation}: promises, documents, events and membership, each with its source."
    title = f'<title>{escape(about.dashboard)}</title>\n    <meta name="description" content="{escape(told)}" />\n    <style>{LOOK}</style>'
    html = re.sub(r"<title>.*?</title>", lambda _: title, html, flags=re.S)
    html = re.sub(r'<link rel="shortcut icon"[^>]*>', '<link rel="icon" type="image/svg+xml" href="./favicon.svg" />', html)
    html = html.replace('<html lang="en">', '<html lang="en-GB">')
    html = html.replace("<head>", f"<head>\n    <script>{SCRIPT}\n{HISTORY}{CONNECTION}{TOUCH}{DASHES}{CHARTS}{PRINT}{EMBED}</script>")
    linked = re.findall(r'<link rel="modulepreload" crossorigin href="\./static/js/([^"]+)">', html)
    program = re.search(r'\s*<script type="module" crossorigin src="([^"]+)"></script>', html)
    if program is None:
        return html
    html = re.sub(r'\s*<link rel="modulepreload"[^>]*>', "", html.replace(program[0], ""))
    programs = [f"./static/js/{name}" for name in dict.fromkeys([*linked, *chunks])]
    fetched = [program[1], *(name for name in programs if name.split("/")[-1].startswith(LARGE))]
    early = "".join(f'  <link rel="preload" as="script" crossorigin href="{name}">\n  ' for name in fetched)
    html = html.replace("</head>", f"{early}</head>")
    chart = next((f"./static/js/{name}" for name in chunks if name.startswith("PlotlyChart.")), "")
    begin = "".join(f"const {name} = {json.dumps(told)};\n" for name, told in (("PROGRAM", program[1]), ("PROGRAMS", programs), ("CHART", chart)))
    # Streamlit's stylesheet is for what its program draws: the first picture of the page need not wait for it.
    html = html.replace('<link rel="stylesheet" crossorigin', '<link rel="stylesheet" media="print" crossorigin')
    return html.replace('<div id="root"></div>', f'{PLACE}<div id="root"></div>\n    <script>{begin}{FIRST_SCRIPT}</script>')


def with_first(box: First) -> str:
    """The treated page with the words of one page of the dashboard in it."""
    html = index().body["identity"].decode()
    html = re.sub(r"<title>.*?</title>", lambda _: f"<title>{box.title}</title>", html, count=1)
    shared = f'<meta property="og:title" content="{box.title}" />\n    <meta property="og:description" content="{box.description}" />{box.head and chr(10) + "    " + box.head}'
    html = re.sub(r'<meta name="description" content="[^"]*" />', lambda _: f'<meta name="description" content="{box.description}" />\n    {shared}', html, count=1)
    return html.replace(PLACE, f"<style>{_letters(html)}{FIRST_LOOK}</style>{box.html}")


def _letters(html: str) -> str:
    """The font that Streamlit fetches ahead for its pages, by the name that its pages give it."""
    found = re.search(r'<link\s+rel="preload"\s+href="([^"]+)"\s+as="font"', html)
    return f'@font-face{{font-family:"Source Sans";src:url("{found[1]}") format("woff2");font-weight:200 900;font-display:swap}}' if found else ""


def _hashes(html: str) -> str:
    """CSP source list of the inline scripts of `html`."""
    scripts = re.findall(r"<script>(.*?)</script>", html, flags=re.S)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def index() -> Index:
    """The treated page of the installed Streamlit under the names of the dataset, made once as long as these stay the same.

    They are read from their small file alone: the page is there before the tables are.
    """
    file = data_folder() / FILE
    return _index(data_folder(), file.stat().st_mtime_ns if file.is_file() else 0)


@lru_cache(maxsize=2)
def _index(dataset: Path, _changed: int) -> Index:
    folder = Path(file_util.get_static_dir())
    html = treat((folder / "index.html").read_text(encoding="utf-8"), _chunks(folder / "static" / "js"), read(dataset)[0])
    body = html.encode()
    packed = {"identity": body, "gzip": gzip_packed(body), "br": brotli.compress(body)}
    return Index(packed, hashlib.sha256(body).hexdigest()[:16], _hashes(html))
