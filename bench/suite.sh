# Sourced by the benchmarks that fetch packages of a Debian release: makes apt work in a folder of its own, whatever the host is.

# archive_of debian|debian-security: its address, now or as of $SNAPSHOT.
archive_of() {
  if [ -n "${SNAPSHOT:-}" ]; then
    echo "http://snapshot.debian.org/archive/$1/$SNAPSHOT"
  else
    echo "http://deb.debian.org/$1"
  fi
}

# source_of SUITE ARCHITECTURE: its line of sources.list; a suite of Ubuntu is ubuntu/NAME and wants its keyring, in a file that
# UBUNTU_KEYS names where no package has installed it.
source_of() {
  local keys=/usr/share/keyrings
  case $1 in
  ubuntu/*)
    keys=${UBUNTU_KEYS:-$keys/ubuntu-archive-keyring.gpg}
    if [ ! -f "$keys" ]; then
      echo "$1 wants $keys: install the package ubuntu-keyring, or name the file of that package in UBUNTU_KEYS" >&2
      return 1
    fi
    echo "deb [arch=$2 signed-by=$keys] http://archive.ubuntu.com/ubuntu ${1#*/} main universe"
    ;;
  *) echo "deb [arch=$2 signed-by=$keys/debian-archive-keyring.gpg] $(archive_of debian) $1 main" ;;
  esac
}

# apt_of FOLDER SUITE ARCHITECTURE [LINE…]: exports APT_CONFIG and reads the package lists; LINEs are further lines of sources.list.
apt_of() {
  local work=$1 suite=$2 architecture=$3 line
  shift 3
  mkdir -p "$work/debs" "$work/lists/partial" "$work/cache/archives/partial"
  : >"$work/status"
  {
    source_of "$suite" "$architecture" || exit 1
    for line in "$@"; do echo "$line"; done
  } >"$work/sources.list"
  cat >"$work/apt.conf" <<CONF
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "-";
Dir::State::lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
APT::Architecture "$architecture";
APT::Architectures { "$architecture"; };
Acquire::Languages "none";
Acquire::Check-Valid-Until "$([ -n "${SNAPSHOT:-}" ] && echo false || echo true)";
CONF
  export APT_CONFIG=$work/apt.conf
  apt-get update -qq >&2
}

# packages_of FOLDER TABLE: names of the packages of apt's one architecture, up to 20 MB, whose source is in the first column of the table;
# none for development or documents.
packages_of() {
  /usr/lib/apt/apt-helper cat-file "$1"/lists/*_Packages* | awk -F': ' '
    FNR == NR { if ($0 !~ /^#/) { split($0, cell, "\t"); wanted[cell[1]] = 1 } next }
    $1 == "Package" { name = $2; source = $2 }
    $1 == "Source" { split($2, word, " "); source = word[1] }
    $1 == "Architecture" { architecture = $2 }
    $1 == "Size" { size = $2 }
    /^$/ {
      if (source in wanted && architecture != "all" && size < 20000000 && name !~ /-(dev|doc|dbg|dbgsym)$/) print name
      source = ""
    }' "$2" -
}

# absent FOLDER: of the package names read, those of which the folder has no file.
absent() {
  while read -r package; do
    compgen -G "$1/${package}_*" >/dev/null || echo "$package"
  done
}

# fetch FOLDER: the packages whose names are read, where the folder does not have them yet. Many at once, since apt reads its lists anew
# each time, and several apts, since servers answer slowly; what a batch with an unknown name leaves, one by one.
fetch() {
  local debs=$1 wanted
  wanted=$(cat)
  absent "$debs" <<<"$wanted" | (cd "$debs" && xargs -r -n 50 -P 6 apt-get download -qq 2>/dev/null) || true
  absent "$debs" <<<"$wanted" | (cd "$debs" && xargs -r -n 1 -P 6 sh -c 'apt-get download -qq "$0" 2>/dev/null || echo "no package $0" >&2')
}

# control_fields DEB…: name, source, version of the source and file of each package, separated by tabs.
control_fields() {
  local deb
  for deb in "$@"; do
    dpkg-deb -W --showformat='${Package}\t${source:Package}\t${source:Version}\t' "$deb" && printf '%s\n' "$deb"
  done
}
