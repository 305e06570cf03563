#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Warnings of an authority beside the announcements of a site, from a server on this machine."""
import os
import subprocess
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PROGRAM = os.environ["INFOTAULU"]
ANSWERS = ("Kuusiston sote-keskus", "", "43", "3", "0-24", "ilmoitukset@kuusisto.example.fi")
DAY = "2026-11-24"
NOW = f"{DAY}T10:00:00+02:00"

RSS = """<rss version="2.0"><channel><title>Varoitukset</title>{items}</channel></rss>"""
CAP = """<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{name}</identifier>
<sender>saa.example</sender><sent>2026-11-24T08:00:00+02:00</sent><status>Actual</status>
<msgType>{kind}</msgType><scope>Public</scope><references>{references}</references>
<info><language>fi-FI</language><event>Tuuli</event><severity>{severity}</severity>
<expires>{expires}</expires><senderName>Keksitty sääpalvelu</senderName>
<headline>Kova tuuli: {name}</headline><description>Pysy sisällä.</description>
<area><areaDesc>Kuusisto</areaDesc><geocode><valueName>FI-kuntanumero</valueName>
<value>{area}</value></geocode></area></info></alert>"""


def cap(name, severity="Severe", area="9901", kind="Alert", references="",
        expires="2026-11-25T06:00:00+02:00"):
    return CAP.format(name=name, severity=severity, area=area, kind=kind, references=references,
                      expires=expires)


class Server:
    def __init__(self):
        files = self.files = {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                body = files.get(self.path.lstrip("/"))
                self.send_response(200 if body else 404)
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def give(self, **warnings):
        self.files.clear()
        items = "".join(f"<item><link>{self.address}{name}.xml</link></item>" for name in warnings)
        self.files["list.rss"] = RSS.format(items=items).encode()
        self.files.update({name + ".xml": text.encode() for name, text in warnings.items()})

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Warnings(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.stop)
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.run_command("start", "desk", "--no-passphrase",
                         given="".join(answer + "\n" for answer in ANSWERS))
        self.publish("severe")

    def run_command(self, *arguments, codes=(0,), given="", now=NOW):
        command = [PROGRAM, *arguments, "--now", now, "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False,
                              input=given, cwd=self.folder.name)
        self.assertIn(done.returncode, codes, done.stdout + done.stderr)
        return done

    def publish(self, least):
        path = os.path.join(self.folder.name, "desk/approved/centre.xml")
        with open(path, encoding="utf-8") as file:
            text = file.read().split("  <warnings")[0].replace("</centre>", "").rstrip()
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'{text}\n  <warnings url="{self.server.address}list.rss" '
                       f'area="FI-kuntanumero:9901" least="{least}"/>\n</centre>\n')
        self.run_command("profile", "sign", path, "--key", "desk/keys/root.key")
        self.run_command("publish", "desk/approved", "-o", "desk/site", "--key",
                         "desk/keys/publisher.key")

    def shown(self, now=NOW):
        where = ("--cache", "cache", "--state", "state")
        self.run_command("fetch", "--site", "desk/site", "--root-key", "desk/keys/root.pub", *where,
                         codes=(0, 1), now=now)
        listed = self.run_command("list", *where, now=now).stdout
        return [line.split("\t")[2] for line in listed.splitlines()]

    def test_a_warning_for_this_municipality_is_shown(self):
        self.server.give(a=cap("a"), b=cap("b", area="9902"), c=cap("c", severity="Moderate"))
        self.assertEqual(self.shown(), ["Kova tuuli: a"])

    def test_the_profile_says_how_severe_it_must_be(self):
        self.publish("moderate")
        self.server.give(a=cap("a"), c=cap("c", severity="Moderate"), d=cap("d", severity="Minor"))
        self.assertEqual(sorted(self.shown()), ["Kova tuuli: a", "Kova tuuli: c"])

    def test_a_cancelled_or_replaced_warning_leaves(self):
        self.server.give(a=cap("a"), b=cap("b"))
        self.assertEqual(len(self.shown()), 2)
        self.server.give(a=cap("a"), b=cap("b"),
                         c=cap("c", kind="Cancel", references="saa.example,a,2026"),
                         d=cap("d", kind="Update", references="saa.example,b,2026"))
        self.assertEqual(self.shown(), ["Kova tuuli: d"])

    def test_it_ends_by_itself(self):
        self.server.give(a=cap("a"))
        self.assertEqual(self.shown(), ["Kova tuuli: a"])
        self.assertEqual(self.shown(now="2026-11-25T06:00:01+02:00"), [])

    def test_a_server_that_is_gone_leaves_the_warning_that_holds(self):
        self.server.give(a=cap("a"))
        self.shown()
        self.server.files.clear()
        self.assertEqual(self.shown(now=f"{DAY}T12:00:00+02:00"), ["Kova tuuli: a"])

    def test_rubbish_costs_itself_alone(self):
        self.server.give(a=cap("a"), b="<alert/>", c="rubbish")
        self.assertEqual(self.shown(), ["Kova tuuli: a"])
        self.server.files["list.rss"] = b"<html>log in first</html>"
        self.assertEqual(self.shown(), ["Kova tuuli: a"])


if __name__ == "__main__":
    unittest.main()
