# Sourced by the scripts: finds a JDK 25 or newer and exports JAVA_HOME, or says how to get one and exits with 2.

jdk_major() { # prints the major version of the JDK in $1, or nothing
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk25() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  for home in "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* /opt/*jdk* "${HOME:-}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] || continue
    major=$(jdk_major "$home")
    if [ -n "$major" ] && [ "$major" -ge 25 ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  echo "assay: needs a JDK 25 or newer; none in JAVA_HOME, PATH or the usual places. Install one (Debian: the package temurin-25-jdk from Eclipse Adoptium, or openjdk-25-jdk) or set JAVA_HOME." >&2
  exit 2
}

find_jdk25
