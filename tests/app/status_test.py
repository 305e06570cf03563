#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`rules`, `status` and the pause that a server asks for, through the binary."""
import json
import os
import subprocess
import tempfile
import time
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

PROGRAM = os.environ["INFOTAULU"]
with open(os.path.join(os.path.dirname(__file__), "../../samples/root.pub"),
          encoding="ascii") as root:
    KEY = root.read().splitlines()[-1]
CENTRE = """<centre xmlns="urn:x-infotaulu:1" id="c"><name xml:lang="fi">Keskus</name>
<display name="aula" diagonal-in="43" width="1920" height="1080"/>
<rule id="file-size" limit="5000000" severity="warn"/>
<rule id="personal-id" severity="advise"/></centre>"""


def run(*arguments):
    command = [PROGRAM, *arguments, "--lang", "en"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


class Rules(unittest.TestCase):
    def rules(self, *arguments):
        done = run("rules", "--format", "json", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        listed = json.loads(done.stdout)
        by_id = {rule["rule"]: rule for rule in listed}
        self.assertEqual(len(by_id), len(listed), "an id stands twice")
        return by_id

    def test_each_rule_is_listed_once_with_what_is_in_force(self):
        rules = self.rules()
        self.assertEqual(rules["file-size"]["limit"], 10000000)
        self.assertEqual(rules["personal-id"]["severity"], "block")
        self.assertFalse(rules["personal-id"]["overridable"])

    def test_a_profile_changes_limits_but_not_what_nobody_may_override(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "centre.xml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(CENTRE)
            rules = self.rules("--centre", path)
        self.assertEqual(rules["file-size"]["limit"], 5000000)
        self.assertEqual(rules["file-size"]["severity"], "warn")
        self.assertEqual(rules["personal-id"]["severity"], "block")

    def test_text_has_a_line_for_each(self):
        lines = run("rules").stdout.splitlines()
        self.assertEqual(len([line for line in lines if line[0] != " "]), len(self.rules()))
        self.assertGreater(len(lines), 3 * len(self.rules()))
        for rule in self.rules().values():
            for text in rule["texts"]:
                self.assertTrue(text["what"])
                self.assertNotIn("{0}", text["what"])

    def test_an_unknown_format_is_an_error(self):
        self.assertEqual(run("rules", "--format", "xml").returncode, 2)


class Status(unittest.TestCase):
    def test_nothing_there_could_not_run(self):
        with tempfile.TemporaryDirectory() as state:
            self.assertEqual(run("status", "--state", state).returncode, 2)

    def test_the_heartbeat_tells_whether_the_screen_is_drawn(self):
        with tempfile.TemporaryDirectory() as state:
            with open(os.path.join(state, "status.json"), "w", encoding="utf-8") as file:
                file.write('{"items": 3}\n')
            self.assertEqual(run("status", "--state", state).returncode, 1)
            beat = os.path.join(state, "heartbeat")
            with open(beat, "w", encoding="utf-8"):
                pass
            alive = run("status", "--state", state)
            self.assertEqual(alive.returncode, 0)
            self.assertEqual(json.loads(alive.stdout), {"items": 3})
            old = time.time() - 60
            os.utime(beat, (old, old))
            self.assertEqual(run("status", "--state", state).returncode, 1)


class Busy(BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self):
        Busy.asked += 1
        self.send_response(503)
        self.send_header("Retry-After", "300")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Pause(unittest.TestCase):
    def setUp(self):
        self.server = HTTPServer(("127.0.0.1", 0), Busy)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        self.folder.cleanup()

    def fetch(self, *more):
        url = f"http://127.0.0.1:{self.server.server_port}/"
        before = Busy.asked
        done = run("fetch", "--site", url, "--root-key", KEY, *more,
                   "--cache", self.folder.name + "/c", "--state", self.folder.name + "/s")
        self.assertEqual(done.returncode, 2, done.stderr)
        return Busy.asked - before

    def test_polls_leave_a_server_alone_that_asked_for_it(self):
        self.assertGreater(self.fetch("--with-parent"), 0)
        self.assertEqual(self.fetch("--with-parent"), 0)
        self.assertGreater(self.fetch(), 0, "who types the command wants to know now")
        note = self.folder.name + "/s/retry-after"
        over = time.time() - 301
        os.utime(note, (over, over))
        self.assertGreater(self.fetch("--with-parent"), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
