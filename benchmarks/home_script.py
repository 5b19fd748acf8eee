"""How long the script of the home page runs with 1,000 patterns of which 300 were begun, in Chromium.

Run: python benchmarks/home_script.py [PATTERNS BEGUN]; needs playwright and chromium
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from html_export import corpus
from playwright.sync_api import Page, sync_playwright

from lpkit.export import load_exporter

RUNS = 5
KEEP = """entries => { localStorage.clear(); for (const [name, text] of entries) localStorage.setItem(name, text) }"""


def kept(count: int, begun: int) -> list[tuple[str, str]]:
    """Give what a reader keeps who practised, rewrote, tested and scored in some patterns, one in three days ago."""
    entries: dict[str, object] = {}
    (shelf,) = corpus(count).shelves
    moment = 1_790_000_000_000
    for pack in shelf.packs[:begun]:
        key = f"{shelf.library.id}/{pack.id}"
        memory = {"form": 1, "stability": 2.3, "difficulty": 5, "last": moment, "due": moment + 172_800_000}
        for question in pack.questions:
            about = {"right": len(question.id) % 3 > 0, "sure": "sure", "times": 1, "about": question.stem[:120]}
            entries[f"{key}/memory/question/{question.id}"] = {**memory, **about, "at": moment}
            if question.pool == "practice":
                entries[f"{key}/question/{question.id}"] = {"chosen": "x", "right": True, "round": 1, "at": moment}
        asked = [question.id for question in pack.questions if question.pool == "test"][:10]
        test = {"kind": "draw", "questions": asked, "answers": {}, "started": moment, "finished": moment, "percent": 70}
        entries[f"{key}/test/a"] = {**test, "at": moment}
        entries[f"{key}/evaluate"] = {"scores": {}, "opened": True, "at": moment}
    return [(f"lpkit/1/{name}", json.dumps(value, separators=(",", ":"))) for name, value in entries.items()]


def script_seconds(page: Page, address: str) -> tuple[float, float]:
    """Load a page; give the processor time of its scripts and that of style and layout, as Chromium counts them."""
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    page.locator("html.ready .today[aria-busy=false]").wait_for()
    told = {one["name"]: one["value"] for one in client.send("Performance.getMetrics")["metrics"]}
    client.detach()
    return told["ScriptDuration"], told["LayoutDuration"] + told["RecalcStyleDuration"]


def main(count: int, begun: int) -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        for artifact in load_exporter("html").render(corpus(count), {}):
            if artifact.path == "index.html" or artifact.path.startswith(("assets/", "patterns/")):
                (folder / artifact.path).parent.mkdir(exist_ok=True)
                (folder / artifact.path).write_bytes(artifact.content)
        address = (folder / "index.html").as_uri()
        chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium)
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        entries = kept(count, begun)
        page.evaluate(KEEP, entries)
        size = sum(len(key) + len(text) for key, text in entries)
        print(f"{count} patterns, {begun} begun: {len(entries)} entries of {size / 1e6:.1f} MB")
        for _ in range(RUNS):
            script, layout = script_seconds(page, address)
            print(f"script {script:.3f} s, style and layout {layout:.3f} s; {page.locator('.what').inner_text()}")
        browser.close()


if __name__ == "__main__":
    main(*([int(text) for text in sys.argv[1:]] or [1000, 300]))
