"""Streamlit's `index.html` made ours: title, language, scripts fetched ahead, no search for the server."""
import base64
import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from streamlit import file_util

TITLE = "SCO Chairmanship Dashboard"
DESCRIPTION = "Chairmanships of the Shanghai Cooperation Organisation since 2001: promises, documents, events and membership, each with its source."
NOSCRIPT = "<noscript><p>This dashboard draws its pages with JavaScript. Please allow it for this address.</p></noscript>"
CHANGED = "Changed by this project: the head and the text for browsers without JavaScript."
HISTORY = Path(__file__).with_name("history.js").read_text(encoding="utf-8")
CONNECTION = Path(__file__).with_name("connection.js").read_text(encoding="utf-8")
TOUCH = Path(__file__).with_name("touch.js").read_text(encoding="utf-8")
PRINT = Path(__file__).with_name("print.js").read_text(encoding="utf-8")
LOOK = "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("look.css", "print.css"))
# Chunks that every page with a filter bar and a chart waits for. Names are matched without their hash; what is not found is left out.
EARLY = ("PlotlyChart", "BidiComponent", "Multiselect", "Slider", "PageLink", "Selectbox", "MenuButton", "DownloadButton", "Button")
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
  document.cookie = `narrow=${window.matchMedia("(max-width: 640px)").matches ? 1 : 0};path=/;SameSite=Lax`;
})();"""

# The chart library takes longest to start. It begins when the page's own script has run, while the server is still being asked.
BEGIN = """document.addEventListener("DOMContentLoaded", () => import(new URL("./static/js/NAME", location.href).href).catch(() => {}));
"""


@dataclass(frozen=True)
class Index:
    """The page every address of the dashboard answers: bytes by encoding (`identity`, `gzip`, `br`), its tag, its scripts' CSP hashes."""

    body: dict[str, bytes]
    etag: str
    script_hashes: str


def _chunks(folder: Path) -> list[str]:
    """File names of the early chunks and of all they import."""
    names = {path.name for path in folder.glob("*.js")}
    wanted = [name for stem in EARLY for name in sorted(names) if name.startswith(f"{stem}.")]
    for name in wanted:  # grows while it is read
        head = (folder / name).read_text(encoding="utf-8")[:20_000]
        wanted += [found for found in re.findall(r'(?:from|import)"\./([\w.~-]+\.js)"', head) if found in names and found not in wanted]
    return wanted


def treat(html: str, chunks: list[str]) -> str:
    """`html` with our head and the `chunks` preloaded. A pattern that is not found leaves its place as it was."""
    html = re.sub(r"<!--(?:(?!-->).)*RFC 8631.*?-->", "", html, flags=re.S)
    html = re.sub(r'\s*<link rel="service-desc"[^>]*>', "", html)
    html = re.sub(r"\s*<script>\s*window\.prerenderReady = false\s*</script>", "", html)
    html = re.sub(r"<noscript>.*?</noscript>", NOSCRIPT, html, flags=re.S)
    html = html.replace("under the License.\n-->", f"under the License.\n\n {CHANGED}\n-->", 1)
    title = f'<title>{TITLE}</title>\n    <meta name="description" content="{DESCRIPTION}" />\n    <style>{LOOK}</style>'
    html = re.sub(r"<title>.*?</title>", title, html, flags=re.S)
    html = re.sub(r'<link rel="shortcut icon"[^>]*>', '<link rel="icon" type="image/svg+xml" href="./favicon.svg" />', html)
    html = html.replace('<html lang="en">', '<html lang="en-GB">')
    drawing = [name for name in chunks if name.startswith("PlotlyChart.")][:1]
    begin = "".join(BEGIN.replace("NAME", name) for name in drawing)
    html = html.replace("<head>", f"<head>\n    <script>{SCRIPT}\n{begin}{HISTORY}{CONNECTION}{TOUCH}{PRINT}</script>", 1)
    linked = set(re.findall(r'(?:src|href)="\./static/js/([^"]+)"', html))
    early = [f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in chunks if name not in linked]
    return html.replace("</head>", "".join(f"  {link}\n  " for link in early) + "</head>", 1)


def _hashes(html: str) -> str:
    """CSP source list of the inline scripts of `html`."""
    scripts = re.findall(r"<script>(.*?)</script>", html, flags=re.S)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    return " ".join(f"'sha256-{digest}'" for digest in digests)


@cache
def index() -> Index:
    """The treated page of the installed Streamlit, made once."""
    folder = Path(file_util.get_static_dir())
    html = treat((folder / "index.html").read_text(encoding="utf-8"), _chunks(folder / "static" / "js"))
    body = html.encode()
    packed = {"identity": body, "gzip": gzip.compress(body, mtime=0), "br": brotli.compress(body)}
    return Index(packed, hashlib.sha256(body).hexdigest()[:16], _hashes(html))
