"""Takes the pictures of `docs/getting-started.md`: `python docs/screenshots` writes them all into `docs/images`.

Each shows what the command beside it makes of the project that `lpkit init` writes, in light and in dark. It needs
Chromium, as the tests in browsers do, and `anki`. Fonts differ between machines, and so do the bytes: no test compares
them. Look at each picture before you commit it.
"""

import base64
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DOCS = Path(__file__).parent.parent
sys.path.append(str(DOCS.parent / "tests"))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from scenes import SCENES, Scheme, sample_project  # noqa: E402

from conftest import BROWSER_OPTIONS  # noqa: E402

WIDTH, SHARPNESS, QUALITY = 820, 1.5, 82
"""Pixels of the style sheet, pixels of the picture for each of them, and how much WebP keeps, of 100."""


def main() -> None:
    """Take every picture in both schemes, and say how large it became."""
    with tempfile.TemporaryDirectory() as name, browser() as chromium:
        project = sample_project(Path(name))
        for scheme in ("light", "dark"):
            for title, (height, scene) in SCENES.items():
                file = DOCS / f"images/{title}-{scheme}.webp"
                with fresh_page(chromium, scheme, height) as page, scene(page, project, scheme):
                    file.write_bytes(picture(page, height))
                sys.stdout.write(f"{file.relative_to(DOCS.parent)}: {file.stat().st_size:,} bytes\n")


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the Chromium of the system."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER_OPTIONS)
        yield started
        started.close()


@contextmanager
def fresh_page(chromium: Browser, scheme: Scheme, height: int) -> Iterator[Page]:
    """Open a page of a reader who prefers a scheme and no motion, and who was never here before."""
    context = chromium.new_context(
        viewport={"width": WIDTH, "height": height},
        device_scale_factor=SHARPNESS,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def picture(page: Page, height: int) -> bytes:
    """Give what is on the screen as WebP, which Chromium writes itself though Playwright has no word for it."""
    page.wait_for_timeout(300)  # scroll bars fade out, and no event tells when
    # What is scrolled away is above the clip.
    clip = {"x": 0, "y": page.evaluate("scrollY"), "width": WIDTH, "height": height, "scale": 1}
    session = page.context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "clip": clip})
    return base64.b64decode(taken["data"])


main()
