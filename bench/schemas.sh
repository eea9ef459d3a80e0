#!/usr/bin/env bash
# Evaluates a product with a feed and a waiver, writes all that Assay writes in formats of others, and holds it against the schemas of
# those who publish the formats. The tool is one of Python's (Debian: python3-jsonschema), not one that Assay is built or tested with.
#
#   bench/schemas.sh [PRODUCT]      default: a Debian with old packages, made here
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
work=$PWD/bench/target/schemas
rm -rf "$work"
mkdir -p "$work/schemas" "$work/keys" "$work/product/etc/ssh" "$work/product/var/lib/dpkg"
product=${1:-$work/product}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
./assay --version >/dev/null

# The schemas as their makers publish them, out of libraries that the tests use.
unzip -q -o -j "$(find "$repository/org/cyclonedx/cyclonedx-core-java" -name '*.jar' | sort | tail -n 1)" \
  bom-1.6.schema.json spdx.schema.json jsf-0.82.schema.json -d "$work/schemas"
unzip -q -o -j "$(find "$repository/gov/nist/secauto/oscal/liboscal-java" -name '*.jar' | sort | tail -n 1)" \
  schema/json/oscal-ap_schema.json schema/json/oscal-ar_schema.json -d "$work/schemas"
cp report/src/test/resources/dev/assay/report/*.schema.json docs/schema/evaluation-v1.json "$work/schemas"

echo 'PermitRootLogin yes' >"$work/product/etc/ssh/sshd_config"
printf 'ID=debian\nVERSION_ID="11"\nVERSION_CODENAME=bullseye\n' >"$work/product/etc/os-release"
for package in "curl 7.74.0-1.3" "dnsmasq 2.80-1"; do
  printf 'Package: %s\nStatus: install ok installed\nArchitecture: amd64\nVersion: %s\n\n' "${package% *}" "${package#* }"
done >"$work/product/var/lib/dpkg/status"
printf 'waivers:\n  - { test: SSH-ROOT-LOGIN, component: "*", reason: a trial, by: A. Person, expires: 2026-12-31 }\n' >"$work/waivers.yaml"
(cd "$work" && "$OLDPWD/assay" keygen --out maker >/dev/null && cp maker.pub keys/)
./assay feed import feed/known-flaws --out "$work/known.feed" >/dev/null
./assay evaluate "$product" --out "$work/evidence" --feed "$work/known.feed" --waivers "$work/waivers.yaml" --as-of 2026-11-23 --quiet \
  --sign "$work/maker.key" --report cyclonedx --report cyclonedx-vex --report openvex --report csaf >/dev/null || [ $? = 1 ]
for scheme in us-nist uk-evaluation-centre; do
  ./assay report "$work/evidence" --scheme "$scheme" --keys "$work/keys" --as-of 2026-11-23 >/dev/null || [ $? = 1 ]
done
jq -r .payload "$work/evidence/attestation.dsse.json" | base64 -d >"$work/statement.json"
python3 bench/schemas.py "$work"
