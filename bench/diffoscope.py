"""What `assay compare` says of the pairs in diffoscope's tests/data, held against what diffoscope says. Called by diffoscope.sh."""

import collections
import json
import pathlib
import re
import subprocess
import sys

assay, source = sys.argv[1], pathlib.Path(sys.argv[2])
data = source / "tests/data"

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

# Pairs that only the expected differences are held against.
ACROSS = {
    "test1.pdf": "test_weird_non_unicode_chars1.pdf",
}
WORD = re.compile(r"[\w.:/+-]{3,}")


def is_whole(aspects):
    """Whether every byte that differs is there, with its place, as a dump has it."""
    return bool(aspects) and not any("…" in each["after"] + each["before"] or each["what"].startswith("further") for each in aspects)


def counterpart(left):
    """The right file of a left one: named so, or with a 2 for its 1; none where that is no file or the same."""
    right = left.with_name(left.name.replace("1", "2", 1))
    return right if right != left and right.is_file() and left.is_file() else None


reports = {}


def report(left, right):
    if (left, right) not in reports:
        run = subprocess.run([assay, "compare", left, right, "--json"], capture_output=True, text=True)
        reports[left, right] = json.loads(run.stdout)
    return reports[left, right]


def said(found):
    """All that a report says, in lower case."""
    parts = []
    for finding in found["findings"]:
        parts.append(finding["path"])
        for aspect in finding["aspects"]:
            parts += [aspect["what"], aspect["before"], aspect["after"]]
    return "\n".join(parts).lower()


def on_one_side(expected):
    """Words of at least three characters on lines of one side of a difference only."""
    sides = {"-": set(), "+": set()}
    for line in expected:
        if line[:1] in sides and line[:3] not in ("---", "+++"):
            sides[line[0]].update(word.removesuffix(".000000") for word in WORD.findall(line[1:]))
    return sides["-"] ^ sides["+"]


def pairs():
    """How each pair ended."""
    explained, shown, placed, neither = [], [], [], []
    lefts = [(left, counterpart(left)) for left in sorted(data.glob("*1*"))]
    for left, right in lefts + [(data / left, data / right) for left, right in OTHERS.items()]:
        if right is None or not right.is_file() or not left.is_file():
            continue
        found = report(left, right)
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


def differences():
    """How many of the words that an expected difference shows on one side only the report has as well; nothing else is claimed of it."""
    totals = collections.Counter()
    for test in sorted((source / "tests/comparators").glob("test_*.py")):
        text = test.read_text()
        names = dict.fromkeys(re.findall(r'(?:load_fixture|data)\(\s*f?"([^"]+)"', text))
        lefts = [data / name for name in names if (data / name).is_file()]
        named = [pair for pairs in (OTHERS, ACROSS) for pair in pairs.items() if all((data / name) in lefts for name in pair)]
        compared = [(left, counterpart(left)) for left in lefts if counterpart(left) in lefts]
        compared += [(data / left, data / right) for left, right in named]
        words = "\n".join(said(report(left, right)) for left, right in compared)
        expected = {name for name in re.findall(r'"([^"\n]*(?:expected|diff)[^"\n]*)"', text) if (data / name).is_file()}
        for name in sorted(expected):
            if not compared:
                totals["made by the test itself"] += 1
                continue
            wanted = on_one_side((data / name).read_text(errors="replace").splitlines())
            missing = sorted(word for word in wanted if word.lower() not in words)
            totals["all" if not missing else "some" if len(missing) < len(wanted) else "none"] += 1
            totals["words"] += len(wanted)
            totals["told"] += len(wanted) - len(missing)
            print(f"{name:58} {len(wanted) - len(missing):6} of {len(wanted):6}  {' '.join(missing)[:80]}")
    print(f"{totals['told']} of {totals['words']} words; of the expected differences {totals['all']} in all words, {totals['some']} in some, "
          f"{totals['none']} in none; {totals['made by the test itself']} are of files that the test makes")


pairs()
differences()
