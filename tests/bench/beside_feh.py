#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The player beside feh on the same slides, in one run: first picture, CPU, memory.

Usage: beside_feh.py INFOTAULU FIRST_PICTURE (see run.sh). Figures are medians; the machine is
shared, so read ratios before numbers.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

NOW = "2026-11-24T10:00:00+02:00"
SITE = ["--site", "samples/site", "--root-key", "samples/root.pub", "--now", NOW]
RUNS = 11
WATCH_S = 60
PIXEL = ["960", "300"]  # inside every slide, unlike the black root window


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pss_mib(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        for line in rollup:
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    raise RuntimeError("no Pss line")


def first_picture(probe, command):
    times = []
    for _ in range(RUNS):
        out = subprocess.run([probe, *PIXEL, *command], capture_output=True, text=True, check=True)
        times.append(float(out.stdout))
        time.sleep(0.2)  # lets the X server drop the window before the next run
    return statistics.median(times), min(times), max(times)


def watch(command):
    with open(os.devnull, "w", encoding="ascii") as null:
        process = subprocess.Popen(command, stdout=null, stderr=null)
    try:
        time.sleep(15)  # start and first update are not what is watched
        before = cpu_seconds(process.pid)
        time.sleep(WATCH_S)
        return (cpu_seconds(process.pid) - before) * 60 / WATCH_S, pss_mib(process.pid)
    finally:
        process.terminate()
        process.wait()


def main():
    infotaulu, probe = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as work:
        kept = ["--cache", f"{work}/cache", "--state", f"{work}/state"]
        slides = f"{work}/slides"
        render = [infotaulu, "render", "samples/site", *SITE[2:], "-o", slides]
        subprocess.run(render, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([infotaulu, "fetch", *SITE, *kept], check=True, stdout=subprocess.DEVNULL)
        pictures = sorted(os.path.join(slides, name) for name in os.listdir(slides))
        play = [infotaulu, "play", *SITE, *kept]
        rows = [
            ("infotaulu", [*play, "--slide-time", "8", "--poll", "600"]),
            ("infotaulu, one slide", [*play, "--slide-time", "600", "--poll", "600"]),
            ("feh, cut every 8 s", ["feh", "-F", "-Y", "--hide-pointer", "-D", "8", *pictures]),
            ("feh, one slide", ["feh", "-F", "-Y", "--hide-pointer", pictures[0]]),
        ]
        print(f"{'':24}{'first picture, ms':>24}{'CPU s/min':>12}{'PSS MiB':>10}")
        for name, command in rows:
            middle, least, most = first_picture(probe, command)
            cpu, pss = watch(command)
            print(f"{name:24}{middle:10.0f} ({least:.0f}–{most:.0f}){'':4}{cpu:12.2f}{pss:10.1f}",
                  flush=True)


if __name__ == "__main__":
    main()
