"""What `assay compare` says of the pairs in diffoscope's tests/data. Called by diffoscope.sh."""

import json
import pathlib
import subprocess
import sys

assay, data = sys.argv[1], pathlib.Path(sys.argv[2])
explained, shown, placed, neither = [], [], [], []


def is_whole(aspects):
    """Whether every byte that differs is there, with its place, as a dump has it."""
    return bool(aspects) and not any("…" in each["after"] + each["before"] or each["what"].startswith("further") for each in aspects)


for left in sorted(data.glob("*1*")):
    right = left.with_name(left.name.replace("1", "2", 1))
    if right == left or not right.is_file() or not left.is_file():
        continue
    run = subprocess.run([assay, "compare", left, right, "--json"], capture_output=True, text=True)
    found = json.loads(run.stdout)
    outcomes = {each["outcome"] for each in found["findings"]}
    aspects = [aspect for each in found["findings"] for aspect in each["aspects"]]
    print(f"{left.name:34} {found['verdict']:18} {', '.join(sorted(outcomes)):24} {len(aspects):3} aspects")
    opaque = [each for each in found["findings"] if each["outcome"] == "opaque"]
    (
        explained if not opaque
        else shown if all(is_whole(each["aspects"]) for each in opaque)
        else placed if aspects
        else neither
    ).append(left.name)
print(f"{len(explained)} pairs explained, {len(shown)} of no known format shown byte by byte, "
      f"{len(placed)} opaque at least in part and with the places that differ, {len(neither)} opaque without")
