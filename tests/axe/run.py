# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at pages with axe-core in Debian's Chromium, in a window and as narrow as a phone.

Usage: run.py [--axe axe.min.js] PAGE...

Prints each violation with the elements it is about and ends with 1 when there is one; with 77,
which ctest takes for "skipped", when Chromium or axe-core is not there (tests/install.sh fetches
them). Folded parts are opened first, so that they are looked at too.
"""
import argparse
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
WIDTHS = (1280, 390)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SECONDS_MAX = 90
AXE = pathlib.Path(__file__).resolve().parents[2] / "build" / "npm" / "axe-core" / "axe.min.js"

SCRIPT = """
<script>%s</script>
<script>
document.querySelectorAll("details").forEach(part => { part.open = true; });
const tell = found => {
  const note = document.createElement("pre");
  note.id = "axe-said";
  note.textContent = JSON.stringify(found);
  document.body.append(note);
};
axe.run(document, { runOnly: { type: "tag", values: %s } }).then(
  result => tell({
    width: window.innerWidth,
    passes: result.passes.length,
    violations: result.violations.map(one => ({
      id: one.id, help: one.help, targets: one.nodes.map(node => node.target.join(" ")) })) }),
  error => tell({ error: String(error) }));
</script>
"""

# A frame is as narrow as a phone, where a window cannot be.
FRAME = """<!DOCTYPE html><html lang="en"><head><title>frame</title></head><body>
<iframe id="frame" title="page" width="%d" height="2000" src="page.html"></iframe>
<script>
const wait = () => {
  const said = document.getElementById("frame").contentDocument.getElementById("axe-said");
  if (said) document.body.append(said); else setTimeout(wait, 50);
};
wait();
</script></body></html>
"""


def look_at(page, axe, width, chromium):
    """What axe says of a page in a frame of this width."""
    text = pathlib.Path(page).read_text(encoding="utf-8")
    script = SCRIPT % (axe, json.dumps(TAGS))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "page.html").write_text(text.replace("</body>", script + "</body>"),
                                          encoding="utf-8")
        (folder / "frame.html").write_text(FRAME % width, encoding="utf-8")
        run = subprocess.run(
            [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,2200",
             "--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}",
             "--virtual-time-budget=30000", "--dump-dom", (folder / "frame.html").as_uri()],
            capture_output=True, encoding="utf-8", timeout=SECONDS_MAX)
    said = re.search(r'<pre id="axe-said">(.*?)</pre>', run.stdout, re.S)
    if not said:
        return {"error": "axe said nothing: " + run.stderr[-300:]}
    return json.loads(html.unescape(said.group(1)))


def report(page, width, found):
    """Prints what is wrong; how much it is."""
    if "error" in found:
        print(f"{page} at {width} px: {found['error']}")
        return 1
    if abs(found["width"] - width) > 1 or found["passes"] < 5:
        print(f"{page} at {width} px: looked at {found['width']} px, {found['passes']} passes")
        return 1
    for one in found["violations"]:
        print(f"{page} at {width} px: {one['id']}: {one['help']}")
        for target in one["targets"][:5]:
            print(f"    {target}")
    return len(found["violations"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--axe", type=pathlib.Path, default=AXE)
    parser.add_argument("pages", nargs="+")
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if not chromium or not options.axe.is_file():
        print("not looked at: chromium or", options.axe, "is not there (tests/install.sh test)")
        return SKIPPED
    axe = options.axe.read_text(encoding="utf-8").replace("</script", "<\\/script")
    wrong = sum(report(page, width, look_at(page, axe, width, chromium))
                for page in options.pages for width in WIDTHS)
    print(f"axe: {len(options.pages)} pages at {len(WIDTHS)} widths, {wrong} violations")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
