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
  ubuntu/*) echo "deb [arch=$2 signed-by=${UBUNTU_KEYS:-$keys/ubuntu-archive-keyring.gpg}] http://archive.ubuntu.com/ubuntu ${1#*/} main universe" ;;
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
    source_of "$suite" "$architecture"
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
