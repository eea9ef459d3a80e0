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


# Pairs of the tests whose names are not told apart by 1 and 2.
OTHERS = {
    "base-files_157-r45695_ar71xx.ipk": "base-files_157-r45918_ar71xx.ipk",
    "elfmix1.not_a": "elfmix2.a",
    "order1a.json": "order1b.json",
    "test1.zip": "test3.zip",
    "test3.changes": "test4.changes",
    "test3.gif": "test4.gif",
    "test3.pdf": "test4.pdf",
    "test3.xml": "test4.xml",
    "test_no_charset.mo": "test_iso8859-1.mo",
    "text_ascii1": "text_iso8859",
}
pairs = [(left, left.with_name(left.name.replace("1", "2", 1))) for left in sorted(data.glob("*1*"))]
pairs += [(data / left, data / right) for left, right in OTHERS.items()]

for left, right in pairs:
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
