"""The pictures of the pages: what `scenes` shows, in light and in dark, as WebP."""

import base64
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scenes import SCENES, SCHEMES, Scheme, sample_project

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
WIDTH, SHARPNESS, QUALITY = 820, 1.5, 82
"""Pixels of the style sheet, pixels of the picture for each of them, and how much WebP keeps, of 100."""
FADE = 300
"""Milliseconds in which a bar to scroll with fades out; no event tells when."""


def take_pictures(folder: Path) -> Iterator[Path]:
    """Write every picture into a folder, and give the files; raises what playwright raises where Chromium fails."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        project = sample_project(Path(name))
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        for scheme in SCHEMES:
            for title, (height, scene) in SCENES.items():
                with _fresh_page(chromium, scheme, height) as page, scene(page, project, scheme):
                    file = folder / f"{title}-{scheme}.webp"
                    file.write_bytes(_picture(page, height))
                    yield file
        chromium.close()


@contextmanager
def _fresh_page(chromium: Browser, scheme: Scheme, height: int) -> Iterator[Page]:
    """Open a page of a reader who prefers a scheme and no motion, and who was never here before."""
    context = chromium.new_context(
        viewport={"width": WIDTH, "height": height},
        device_scale_factor=SHARPNESS,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def _picture(page: Page, height: int) -> bytes:
    """Give what is on the screen as WebP, which Chromium writes itself though Playwright has no word for it."""
    page.wait_for_timeout(FADE)
    clip = {"x": 0, "y": page.evaluate("scrollY"), "width": WIDTH, "height": height, "scale": 1}
    taken = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "clip": clip}
    )
    return base64.b64decode(taken["data"])
