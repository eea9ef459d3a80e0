"""What `assay compare` says of the pairs in diffoscope's tests/data, held against what diffoscope says. Called by diffoscope.sh."""

import collections
import fnmatch
import json
import os
import pathlib
import re
import shutil
import stat
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
    "containers/a.tar.gz": "containers/b.tar.gz",
    "dbgsym/add/test-dbgsym_1_amd64.deb": "dbgsym/mult/test-dbgsym_1_amd64.deb",
    "test1.pdf": "test_weird_non_unicode_chars1.pdf",
    "text_iso8859": "text_unicode1",
}
WORD = re.compile(r"[\w.:/+-]{3,}")


def uimages(into):
    """The archives of the tests behind the headers that are in the text of the test."""
    text = (source / "tests/comparators/test_uimage.py").read_text()
    for number in "12":
        header = re.search(rf"uboot_header{number} = bytes\(([^)]*)\)", text)[1]
        octets = bytes(int(octet, 16) for octet in re.findall(r"\\x(..)", header))
        (into / f"test{number}.uboot").write_bytes(octets + (data / f"test{number}.cpio").read_bytes())


def image_trees(into):
    """By mkimage, with the moment and the options of the test."""
    for number, entry in ("1", "0x1000"), ("2", "0x2000"):
        options = f"-f auto -A arm -O linux -T ramdisk -C none -e {entry} -d {data}/test{number}.cpio {into}/test{number}.itb"
        moment = {**os.environ, "SOURCE_DATE_EPOCH": "1609459200", "TZ": "UTC"}
        subprocess.run(["mkimage", *options.split()], env=moment, check=True, capture_output=True)


def kinds(into):
    """A directory in place of a file, of a link and of a device."""
    for number in "12":
        (into / f"kinds{number}").mkdir()
    for name in "file", "link", "device":
        (into / "kinds1" / name).mkdir()
    (into / "kinds2/file").write_text("content")
    (into / "kinds2/link").symlink_to("/etc/passwd")
    os.mknod(into / "kinds2/device", 0o666 | stat.S_IFCHR, os.makedev(1, 3))


def devices(into):
    """A device in place of a text."""
    for number in "12":
        (into / f"device{number}").mkdir()
    os.mknod(into / "device1/one", 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    shutil.copy(data / "text_ascii1", into / "device2/one")


def links(into):
    for number, target in ("1", "/a"), ("2", "/b"):
        (into / f"links{number}").mkdir()
        (into / f"links{number}/src").symlink_to(target)


def interfaces(into):
    """Of nothing, by OCaml's compiler."""
    for number in "12":
        (into / f"test{number}.mli").touch()
        subprocess.run(["ocamlc", "-c", f"test{number}.mli"], cwd=into, check=True)


# What tests make before they compare it: how, and the left one of the pair.
MADE = {
    "test_device.py": (devices, "device1"),
    "test_directory.py": (kinds, "kinds1"),
    "test_fit.py": (image_trees, "test1.itb"),
    "test_ocaml.py": (interfaces, "test1.cmi"),
    "test_symlink.py": (links, "links1"),
    "test_uimage.py": (uimages, "test1.uboot"),
}


def made(test):
    """The pair that a test makes; none where what makes it is not there."""
    maker, left = MADE[test]
    into = source.parent / "made" / test
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    try:
        maker(into)
    except (OSError, subprocess.CalledProcessError) as cannot:
        print(f"{test}: {cannot}")
        return []
    return [(into / left, into / left.replace("1", "2", 1))]


OTHERWISE = [
    line.split("\t")
    for line in pathlib.Path(__file__).with_name("diffoscope-otherwise.tsv").read_text().splitlines()
    if not line.startswith("#")
]


def is_told_otherwise(expected, word):
    return any(fnmatch.fnmatch(expected, file) and re.fullmatch(words, word) for file, words, _ in OTHERWISE)


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
            sides[line[0]].update(word.removesuffix(".000000").rstrip(":") for word in WORD.findall(line[1:]))
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
    """How many of the words that an expected difference shows on one side only the report has as well, or tells otherwise: the table says how."""
    totals = collections.Counter()
    for test in sorted((source / "tests/comparators").glob("test_*.py")):
        text = test.read_text()
        names = dict.fromkeys(re.findall(r'(?:load_fixture|data)\(\s*f?"([^"]+)"', text))
        lefts = [data / name for name in names if (data / name).is_file()]
        named = [pair for pairs in (OTHERS, ACROSS) for pair in pairs.items() if all((data / name) in lefts for name in pair)]
        compared = [(left, counterpart(left)) for left in lefts if counterpart(left) in lefts]
        compared += [(data / left, data / right) for left, right in named]
        compared += made(test.name) if test.name in MADE else []
        words = "\n".join(said(report(left, right)) for left, right in compared)
        expected = {name for name in re.findall(r'"([^"\n]*(?:expected|diff)[^"\n]*)"', text) if (data / name).is_file()}
        for name in sorted(expected):
            if not compared:
                totals["made by the test itself"] += 1
                continue
            wanted = on_one_side((data / name).read_text(errors="replace").splitlines())
            lacking = [word for word in wanted if word.lower() not in words]
            missing = sorted(word for word in lacking if not is_told_otherwise(name, word))
            totals["otherwise"] += len(lacking) - len(missing)
            totals["all" if not missing else "some" if len(missing) < len(wanted) else "none"] += 1
            totals["words"] += len(wanted)
            totals["told"] += len(wanted) - len(lacking)
            print(f"{name:58} {len(wanted) - len(lacking):6} of {len(wanted):6}, otherwise {len(lacking) - len(missing):4}  "
                  f"{' '.join(missing)[:80]}")
    print(f"{totals['told']} of {totals['words']} words told, {totals['otherwise']} otherwise, "
          f"{totals['words'] - totals['told'] - totals['otherwise']} not; of the expected differences {totals['all']} wholly, "
          f"{totals['some']} in part, {totals['none']} not at all; {totals['made by the test itself']} are of files that the test makes")


pairs()
differences()
