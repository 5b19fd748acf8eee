"""The pictures of the pages: what `scenes` and `tour` show, in light and in dark, as WebP."""

import base64
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scenes import SCENES, SCHEMES, Scheme, sample_project
from tour import TOUR

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
COLUMN, SHARP, QUALITY, ROUGH = 820, 1.5, 82, 60
"""Up to how many pixels of the style sheet a picture is sharper than they are, and how much WebP keeps of it, of 100;
then how much of a wider one, which a page of the docs shows smaller than it is."""
WIDEST = 1280
"""Pixels of the widest picture: a wider window is shown smaller."""
FADE = 300
"""Milliseconds in which a bar to scroll with fades out; no event tells when."""


def take_pictures(folder: Path) -> Iterator[Path]:
    """Write every picture into a folder, and give the files; raises what playwright raises where Chromium fails."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        project = sample_project(Path(name))
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        for scheme in SCHEMES:
            for title, (size, scene) in {**SCENES, **TOUR}.items():
                with _fresh_page(chromium, scheme, size) as page, scene(page, project, scheme):
                    file = folder / f"{title}-{scheme}.webp"
                    file.write_bytes(_picture(page, size))
                    yield file
        chromium.close()


@contextmanager
def _fresh_page(chromium: Browser, scheme: Scheme, size: tuple[int, int]) -> Iterator[Page]:
    """Open a page of a reader who prefers a scheme and no motion, and who was never here before."""
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=SHARP if size[0] <= COLUMN else 1,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def _picture(page: Page, size: tuple[int, int]) -> bytes:
    """Give what is on the screen as WebP, which Chromium writes itself though Playwright has no word for it."""
    page.wait_for_timeout(FADE)
    width, height = size
    scale = min(1, WIDEST / width)
    clip = {"x": 0, "y": page.evaluate("scrollY"), "width": width, "height": height, "scale": scale}
    quality = QUALITY if width <= COLUMN else ROUGH
    taken = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": quality, "clip": clip}
    )
    return base64.b64decode(taken["data"])
