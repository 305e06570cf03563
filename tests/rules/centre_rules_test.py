# SPDX-License-Identifier: GPL-3.0-or-later
"""What a centre makes of the rules: the list with its floors, what a profile changes of it, and the
ids that content-schema/centre.xsd knows.

Run as centre_rules_test.py PROGRAM SOURCE_FOLDER; with --update the ids in centre.xsd are written
anew.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1:3]
SCHEMA = os.path.join(SOURCE, "content-schema", "centre.xsd")
SEVERITIES = ["off", "advise", "ask", "warn", "block"]
IDS = re.compile(r'(<xs:simpleType name="rule-id">\s*<xs:restriction base="xs:token">\n)'
                 r'(.*?)(    </xs:restriction>)', re.DOTALL)
CENTRE = """<centre xmlns="urn:x-infotaulu:1" id="a"><name xml:lang="fi">A</name>
<display name="aula" diagonal-in="43" width="1920" height="1080"/>
%s
</centre>"""


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, encoding="utf-8",
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})


def listed(*arguments):
    return {rule["rule"]: rule for rule in
            json.loads(run("rules", "--format", "json", *arguments).stdout)}


def update_schema():
    with open(SCHEMA, encoding="utf-8") as file:
        text = file.read()
    lines = "".join(f'      <xs:enumeration value="{rule}"/>\n' for rule in sorted(listed()))
    with open(SCHEMA, "w", encoding="utf-8") as file:
        file.write(IDS.sub(lambda match: match[1] + lines + match[3], text))


class CentreRules(unittest.TestCase):
    def with_profile(self, inside, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "centre.xml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(CENTRE % inside)
            return run(*arguments, "--centre", path)

    def rules_with(self, inside):
        rules = json.loads(self.with_profile(inside, "rules", "--format", "json").stdout)
        return {rule["rule"]: rule for rule in rules}

    def test_each_rule_tells_its_floor(self):
        rules = listed()
        self.assertGreater(len(rules), 90)
        for name, rule in rules.items():
            with self.subTest(rule=name):
                floor = rule["floor"]
                self.assertTrue(rule["source"])
                if rule["severity"] != "off":
                    self.assertLessEqual(SEVERITIES.index(floor["severity"]),
                                         SEVERITIES.index(rule["severity"]))
                if not rule["overridable"] and rule["severity"] == "block":
                    self.assertEqual(floor["severity"], "block")
                if rule["limit"] is not None:
                    self.assertLessEqual(floor["least"], rule["limit"])
                    self.assertLessEqual(rule["limit"], floor["most"])

    def test_contrast_is_never_under_its_floor(self):
        rule = listed()["contrast-text"]
        self.assertEqual((rule["limit"], rule["unit"]), (4.5, ": 1"))
        self.assertEqual(rule["floor"], {"severity": "warn", "least": 4.5, "most": 7})
        for asked, used in (("3", 4.5), ("4.5", 4.5), ("7", 7), ("21", 7)):
            rules = self.rules_with(f'<rule id="contrast-text" limit="{asked}"/>')
            self.assertEqual(rules["contrast-text"]["limit"], used)

    def test_what_is_off_can_be_switched_on_and_back(self):
        self.assertEqual(listed()["glare-white"]["severity"], "off")
        rules = self.rules_with('<rule id="glare-white" severity="advise"/>'
                                '<rule id="pattern" severity="off"/>'
                                '<rule id="contrast-text" severity="off"/>')
        self.assertEqual(rules["glare-white"]["severity"], "advise")
        self.assertEqual(rules["pattern"]["severity"], "off")
        self.assertEqual(rules["contrast-text"]["severity"], "warn")  # its floor

    def test_profile_show_tells_what_is_in_force(self):
        shown = self.with_profile('<rule id="contrast-text" limit="7" severity="warn"/>',
                                  "profile", "show").stdout
        self.assertRegex(shown, r"(?m)^\* contrast-text +warn, 7 : 1$")
        self.assertRegex(shown, r"(?m)^  contrast-large +block, 3 : 1$")
        self.assertRegex(shown, r"(?m)^  apca-note +off, 75 Lc$")

    def test_colours_that_cannot_be_read_are_refused(self):
        done = self.with_profile('<theme name="light" ink="#AAAAAA"/>', "rules")
        self.assertEqual(done.returncode, 2)
        self.assertIn("[contrast-text]", done.stderr)
        self.assertIn("ink / ground", done.stderr)
        self.assertEqual(self.with_profile('<theme name="light" ink="#000000"/>',
                                           "rules").returncode, 0)

    @unittest.skipUnless(shutil.which("minisign"), "minisign is not here")
    def test_a_player_stays_with_its_last_good_colours(self):
        """Somebody signs by hand what `profile sign` refuses; the edition comes, its colours not."""
        with tempfile.TemporaryDirectory() as folder:
            site, cache = os.path.join(folder, "site"), os.path.join(folder, "cache")
            shutil.copytree(os.path.join(SOURCE, "samples", "site"), site)
            with open(os.path.join(site, "centre.xml"), encoding="utf-8") as file:
                centre = file.read()
            for ink in ("223344", "DDDDDD"):
                theme = f'<theme name="light" ink="#{ink}"/></centre>'
                self.fetch_with(site, cache, centre.replace("</centre>", theme))
            with open(os.path.join(cache, "edition"), "rb") as file:
                edition = file.read()
        self.assertIn(bytes.fromhex("FBFAF6223344"), edition)
        self.assertNotIn(bytes.fromhex("FBFAF6DDDDDD"), edition)

    def fetch_with(self, site, cache, centre):
        keys = os.path.join(SOURCE, "samples")
        path = os.path.join(site, "centre.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(centre)
        subprocess.run(["minisign", "-S", "-s", os.path.join(keys, "keys", "root.key"), "-m", path,
                        "-t", "at=2026-11-24T10:00:00+02:00 file=centre.xml"],
                       check=True, input=b"\n", stdout=subprocess.DEVNULL)
        done = run("fetch", "--site", site, "--root-key", os.path.join(keys, "root.pub"),
                   "--cache", cache, "--now", "2026-11-24T10:00:00+02:00")
        self.assertIn(done.returncode, (0, 1), done.stderr)  # 1: it has findings

    def test_the_schema_knows_every_rule(self):
        with open(SCHEMA, encoding="utf-8") as file:
            inside = IDS.search(file.read())[2]
        known = re.findall(r'value="([^"]+)"', inside)
        self.assertEqual(sorted(known), sorted(listed()),
                         "run tests/rules/centre_rules_test.py PROGRAM SOURCE --update")


if __name__ == "__main__":
    if "--update" in sys.argv:
        update_schema()
    else:
        unittest.main(argv=sys.argv[:1])
