"""Pictures are the same on a machine from which every font was taken away."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser

from exports import browser as drawing_browser
from exports.drawing import picture
from exports.picture.sizes import SIZES
from exports.view import View
from queries import Filters

SHOWN = (("outcomes-by-theme", "page"), ("country-ladder", "column"), ("membership-growth", "slide"), ("reported-documents", "columns"))
NONE = "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><cachedir>{}</cachedir></fontconfig>"


def drawn() -> list[tuple[str, bytes]]:
    """SVG and PNG of some figures, by a browser started for them."""
    drawing_browser.end()
    try:
        return [drawing_browser.drawn(picture(View.of(name, Filters()), SIZES[size]), 1) for name, size in SHOWN]
    finally:
        drawing_browser.end()


def test_pictures_need_no_font_of_the_machine(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_fonts = drawn()
    (tmp_path / "fonts.conf").write_text(NONE.format(tmp_path / "cache"), encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    for (svg, png), (other_svg, other_png), (name, size) in zip(with_fonts, drawn(), SHOWN, strict=True):
        assert "<text" not in svg and "<text" not in other_svg, name
        one, other = (np.asarray(Image.open(BytesIO(made)).convert("L"), dtype=float) for made in (png, other_png))
        assert one.shape == other.shape and (np.abs(one - other) > 60).mean() < 0.0005, (name, size)
