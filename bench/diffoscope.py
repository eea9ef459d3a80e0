"""What `assay compare` says of the pairs in diffoscope's tests/data. Called by diffoscope.sh."""

import json
import pathlib
import re
import subprocess
import sys

assay, data = sys.argv[1], pathlib.Path(sys.argv[2])


def words(expected):
    """Words that stand on changed lines of one side only."""
    sides = {"-": set(), "+": set()}
    for line in expected.read_text(errors="replace").splitlines():
        if line[:1] in sides and line[:3] not in ("---", "+++"):
            sides[line[0]].update(re.findall(r"[A-Za-z0-9]{4,}", line[1:]))
    return sides["-"] ^ sides["+"]


def kind(name):
    return name.rsplit(".", 1)[-1] if "." in name else re.sub("[_0-9]+$", "", name)


explained = placed = other = named = wanted = 0
for left in sorted(data.glob("*1*")):
    right = left.with_name(left.name.replace("1", "2", 1))
    if right == left or not right.is_file() or not left.is_file():
        continue
    run = subprocess.run([assay, "compare", left, right, "--json"], capture_output=True, text=True)
    found = json.loads(run.stdout)
    outcomes = [each["outcome"] for each in found["findings"]]
    aspects = [aspect for each in found["findings"] for aspect in each["aspects"]]
    told = json.dumps(found)
    expected = [
        file
        for file in sorted(data.glob("*expected_diff*"))
        if re.search(rf"(^|_){re.escape(kind(left.name))}(_|$)", file.name.split("expected_diff")[0].rstrip("_"))
    ]
    asked = words(expected[0]) if expected else set()
    hit = {word for word in asked if word in told}
    if "opaque" in outcomes:
        placed += bool(aspects)
        other += not aspects
    else:
        explained += 1
        named += len(hit)
        wanted += len(asked)
    print(f"{left.name:32} {found['verdict']:18} {','.join(sorted(set(outcomes))):30} {len(aspects):4} aspects"
          + (f"  {len(hit)} of {len(asked)} words of {expected[0].name}" if asked else ""))
print(f"{explained} pairs explained, {placed} opaque with the places that differ, {other} opaque without")
print(f"of the explained: {named} of {wanted} words of the expected differences named")
