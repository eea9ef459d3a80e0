"""Archives of other readers' tests, unpacked by Assay and by those readers. Called by archives.sh."""

import binascii
import collections
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

assay, work = sys.argv[1], pathlib.Path(sys.argv[2])
sources, archives = work / "sources", work / "archives"
EMPTY = hashlib.sha256(b"").hexdigest()
SECONDS = 20

# What says why a member that the other reader extracts is not read.
REASONS = {
    "rar.unsupported": "packed by RAR's own method",
    "rar.volume": "in several volumes of RAR",
    "7z.encrypted": "encrypted",
    "rar.encrypted": "encrypted",
    "zip.encrypted": "encrypted",
    "zip.unsupported": "packed by PPMd in zip",
    "lha.unsupported": "packed by methods of LArc or UNLHA32",
    "limit.expansion": "expands beyond the limit for its compressed size",
    "tar.sparse": "map of a sparse file with comments",
}


def decoded(text):
    """The file that a uuencoded one holds."""
    out, within = bytearray(), False
    for line in text.splitlines():
        if line.startswith(b"begin "):
            within = True
        elif within and line.startswith(b"end"):
            break
        elif within:
            try:
                out += binascii.a2b_uu(line)
            except binascii.Error:
                out += binascii.a2b_uu(line[: (((line[0] - 32) & 63) * 4 + 5) // 3])
    return bytes(out)


def gather():
    shutil.rmtree(archives, ignore_errors=True)
    archives.mkdir()
    for file in sorted(sources.glob("libarchive-*/*/test/*.uu")):
        (archives / ("libarchive-" + file.stem)).write_bytes(decoded(file.read_bytes()))
    for pattern in ("lhasa-*/test/archives/**/*", "libmspack-*/test/test_files/cabd/*.cab"):
        for file in sorted(sources.glob(pattern)):
            if file.suffix in (".lzh", ".lzs", ".exe", ".com", ".run", ".cab"):
                name = "-".join(file.relative_to(sources).parts)
                shutil.copy(file, archives / name)


def extracted(file, folder):
    """Digests of the files that the reader of this archive extracts, by path; None where it does not end."""
    if file.suffix == ".cab" and file.name.startswith("libmspack"):
        command = ["cabextract", "-q", "-d", folder, file]
    elif file.name.startswith("lhasa"):
        command = ["lhasa", "-xfqw=" + folder, file]
    else:
        command = ["bsdtar", "-xf", file, "-C", folder]
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL, cwd=folder)
    except subprocess.TimeoutExpired:
        return None
    subprocess.run(["chmod", "-R", "u+rwX", folder], check=True)
    found = {}
    for path in pathlib.Path(folder).rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def inspected():
    """What Assay finds in each archive: digests, and codes of problems."""
    run = subprocess.run([assay, "inspect", archives, "--json"], capture_output=True, check=False)
    digests, codes, same = collections.defaultdict(set), collections.defaultdict(set), {}
    for artifact in json.loads(run.stdout)["artifacts"]:
        name = artifact["path"].split("!/")[0].rsplit("/", 1)[-1]
        digests[name].add(artifact["sha256"])
        for problem in artifact["problems"]:
            codes[name].add(problem["code"])
            if problem["code"] == "container.repeated":
                same[name] = problem["message"].split("`")[1].split("!/")[0].rsplit("/", 1)[-1]
    for name, other in same.items():
        digests[name] |= digests[other]
    return digests, codes, run.returncode


def main():
    gather()
    digests, codes, status = inspected()
    counted = collections.Counter()
    for file in sorted(archives.iterdir()):
        with tempfile.TemporaryDirectory() as folder:
            expected = extracted(file, folder)
        if expected is None:
            print(f"{file.name}: the other reader does not end")
            continue
        counted["archives"] += 1
        counted["files"] += len(expected)
        missing = [path for path, digest in expected.items() if digest not in digests[file.name] and digest != EMPTY]
        if not missing:
            counted["archives alike"] += 1
        for path in missing:
            why = next((REASONS[code] for code in sorted(codes[file.name]) if code in REASONS), None)
            why = why or next(("damaged: " + code for code in sorted(codes[file.name]) if code != "path.absolute"), "")
            counted["missing: " + (why or "without a word")] += 1
            if why not in REASONS.values():
                print(f"{file.name}: {path} is not found{', ' + why if why else ''}")
    for what, count in sorted(counted.items()):
        print(f"{count:7,} {what}")
    print(f"status of assay: {status}")


os.environ["LC_ALL"] = "C.UTF-8"
main()
