"""Holds documents of an evaluation against published schemas. Called by schemas.sh."""

import json
import pathlib
import sys
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
import jsonschema

work = pathlib.Path(sys.argv[1])
DOCUMENTS = {
    "evidence/sbom.cdx.json": "bom-1.6.schema.json",
    "evidence/vex.cdx.json": "bom-1.6.schema.json",
    "evidence/vex.openvex.json": "openvex-0.2.0.schema.json",
    "evidence/vex.csaf.json": "csaf-2.0.schema.json",
    "evidence.us-nist/assessment-plan.json": "oscal-ap_schema.json",
    "evidence.us-nist/assessment-results.json": "oscal-ar_schema.json",
    "evidence.us-nist/bom.cdx.json": "bom-1.6.schema.json",
    "evidence.uk-evaluation-centre/bom.cdx.json": "bom-1.6.schema.json",
    "statement.json": "evaluation-v1.json",
}


def schema(name):
    """Classes of characters by their Unicode property are unknown to Python's expressions; these are the two that occur."""
    text = (work / "schemas" / name).read_text()
    return json.loads(text.replace(r"\\p{L}", r"[^\\W\\d_]").replace(r"\\p{N}", r"\\d"))


def checker(name):
    """Schemas that others refer to are those beside it; nothing is fetched."""
    here = schema(name)
    store = {}
    for path in (work / "schemas").iterdir():
        each = schema(path.name)
        store[each.get("$id", path.name)] = each
        store["http://cyclonedx.org/schema/" + path.name] = each
    resolver = jsonschema.RefResolver(here.get("$id", ""), here, store, handlers=dict.fromkeys(["http", "https"], lambda uri: {}))
    kind = jsonschema.validators.validator_for(here)
    return kind(here, resolver=resolver, format_checker=kind.FORMAT_CHECKER)


wrong = 0
for document, name in DOCUMENTS.items():
    content = json.loads((work / document).read_text())
    mistakes = list(checker(name).iter_errors(content))
    wrong += bool(mistakes)
    print(f"{document:46} {name:28} {'valid' if not mistakes else f'{len(mistakes)} mistakes'}")
    for each in mistakes[:5]:
        print(f"    /{'/'.join(map(str, each.absolute_path))}: {each.message[:160]}")
sys.exit(1 if wrong else 0)
