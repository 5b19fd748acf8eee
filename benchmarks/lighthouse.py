"""What Lighthouse says of three pages of the site: speed, accessibility, best practices, what search engines need.

Run: python benchmarks/lighthouse.py [PATHS]; needs npx, which fetches lighthouse, and chromium
"""

import gzip
import json
import mimetypes
import os
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

from lpkit.corpus.content import arrange
from lpkit.export import load_exporter
from lpkit.model import Library, Pack
from lpkit.source import read_source

PACKS = Path(__file__).parents[1] / "packs/amazon-lp"
PATHS = ("index.html", "packs/amazon-lp/act-before-the-facts-are-in.html", "stories/index.html")
SCREENS = {"phone": [], "desktop": ["--preset=desktop"]}
SKIPPED = "robots-txt"
"""Lighthouse fetches that file by the leave of the page, whose policy lets it fetch nothing."""


class Host(BaseHTTPRequestHandler):
    """Serves the site from memory and compressed, as hosts of pages do."""

    files: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        """Answer with a file of the site."""
        path = self.path.partition("?")[0].removeprefix("/")
        if path not in self.files:
            self.send_error(404)
            return
        content = gzip.compress(self.files[path])
        self.send_response(200)
        self.send_header("Content-Type", f"{mimetypes.guess_type(path)[0]}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing about requests."""


def site() -> dict[str, bytes]:
    """Render the larger library of this repository."""
    packs = [Pack.model_validate(read_source(file, "").data) for file in sorted(PACKS.glob("*/*.yaml"))]
    library = Library.model_validate(read_source(PACKS / "library.yaml", "").data)
    return {one.path: one.content for one in load_exporter("html").render(arrange([(library, packs)]), {})}


def scores(address: str, options: list[str]) -> dict[str, int]:
    """Ask Lighthouse about a page; give points of a hundred by category."""
    chromium = shutil.which("chromium") or shutil.which("chromium-headless-shell")
    flags = "--headless --no-sandbox --disable-gpu"
    command = ["npx", "--yes", "lighthouse@12", address, "--quiet", "--output=json", f"--skip-audits={SKIPPED}"]
    command += [f"--chrome-flags={flags}", *options]
    variables = {**os.environ, "CHROME_PATH": chromium or ""}
    told = json.loads(subprocess.run(command, env=variables, stdout=subprocess.PIPE, check=True).stdout)
    return {name: round(100 * category["score"]) for name, category in told["categories"].items()}


def main(paths: list[str]) -> None:
    Host.files = site()
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        for path in paths or PATHS:
            for screen, options in SCREENS.items():
                told = scores(f"http://127.0.0.1:{server.server_port}/{path}", options)
                print(f"{path}, {screen}: {', '.join(f'{name} {points}' for name, points in told.items())}")
        server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1:])
