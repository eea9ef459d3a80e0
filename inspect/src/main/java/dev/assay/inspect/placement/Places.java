package dev.assay.inspect.placement;

import dev.assay.formats.EntryType;
import dev.assay.inspect.tree.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is noticed about single nodes, by place, kind and rights. */
final class Places {
  private static final Set<String> PROGRAM_FOLDERS =
      Set.of("bin", "sbin", "lib", "lib32", "lib64", "libexec");
  private static final Set<String> SEARCHED =
      Set.of(
          ("bin sbin lib lib32 lib64 usr/bin usr/sbin usr/lib usr/lib32 usr/lib64 usr/local/bin"
                  + " usr/local/sbin usr/local/lib usr/local/lib32 usr/local/lib64")
              .split(" "));
  private static final Pattern ODD_FOR_SETUID =
      Pattern.compile("(home|root|tmp|var|srv|media|mnt|run|dev|etc)/.*");
  private static final Pattern SHADOW_COPY =
      Pattern.compile("etc/g?shadow([-~]|\\.(bak|old|orig|save|org|dpkg-old|[0-9]+))");
  private static final Pattern KEY_FOLDER =
      Pattern.compile("etc/(ssl|pki/tls|pki/CA|swanctl|ipsec\\.d|strongswan/swanctl)/private");
  private static final Pattern CRON =
      Pattern.compile("etc/(crontab|cron\\..*|crontabs(/.*)?)|var/spool/cron(/.*)?");
  private static final Pattern ACCOUNTS = Pattern.compile("etc/(passwd|group|g?shadow|sub[ug]id)");
  private static final Pattern MEMORY = Pattern.compile("dev/(mem|kmem|port)");
  private static final Pattern NO_HIDING =
      Pattern.compile("(dev|tmp|var/tmp|(usr/|usr/local/)?s?bin)/.*");
  private static final Pattern HOST_KEY =
      Pattern.compile("etc/ssh/ssh_host_[a-z0-9]+_key|etc/dropbear/dropbear_.*_key");
  private static final Pattern TOOL_PLACE =
      Pattern.compile("(usr/|usr/local/)?s?bin/[^/]+|opt/.*/s?bin/[^/]+");
  private static final Pattern SHARED_PLACE = Pattern.compile("/(tmp|var/tmp|dev/shm)/.*");
  private static final Set<String> HARMLESS =
      Set.of(".keep", ".gitkeep", ".placeholder", ".empty", ".gitignore");
  private static final Pattern OLD_SETTINGS =
      Pattern.compile(
          ".*(\\.(dpkg-(old|new|dist|tmp|bak)|rpm(save|new|orig)|ucf-(old|new|dist)|apk-new)|-opkg)");
  private static final List<String> BUILD =
      List.of(".rej", ".orig", ".gcda", ".gcno", "/config.log", "/CMakeCache.txt");
  private static final Set<String> TRUST =
      Set.of(".rhosts", ".shosts", "hosts.equiv", "shosts.equiv");
  private static final Set<String> VOLATILE_BY_DESIGN =
      Set.of("resolv.conf", "TZ", "localtime", "mtab", "timezone", "fstab", "hosts");

  /** Top folders by the File Hierarchy Standard 3.0, section 3, without {@code lib<qual>}. */
  private static final Set<String> SYSTEM_FOLDERS =
      Set.of(
          ("bin boot dev etc home lib media mnt opt proc root run sbin srv sys tmp usr var")
              .split(" "));

  /** Programs for building, debugging and attacking: what facts name as tools. */
  private static final Set<String> TOOLS =
      Set.of(
          ("gdb gdbserver lldb strace ltrace perf bpftrace tcpdump tshark nmap ncat "
                  + "hydra john gcc cc clang ld as make valgrind")
              .split(" "));

  private Places() {}

  static boolean isInSystemFolder(Node node) {
    int slash = node.inRoot().indexOf('/');
    return SYSTEM_FOLDERS.contains(slash < 0 ? node.inRoot() : node.inRoot().substring(0, slash));
  }

  static boolean runsAsAnother(Node node) {
    return node.isFile() && (node.mode() & 06000) != 0;
  }

  /** Whether an account that is not root may change it. */
  static boolean loose(Node node) {
    return !node.isLink() && ((node.mode() & 02) != 0 || groupMayWrite(node));
  }

  /** Group root has no members but root, so its right to write counts for nothing. */
  static boolean groupMayWrite(Node node) {
    return !node.isLink() && (node.mode() & 020) != 0 && node.owner().gid() != 0;
  }

  static boolean othersMayRead(Node node) {
    return !node.isLink() && (node.mode() & 04) != 0;
  }

  static boolean isProgram(Node node) {
    return node.isFile() && isProgramPlace(node.inRoot());
  }

  /** In a folder of programs or libraries at the top, below {@code usr} or {@code usr/local}. */
  private static boolean isProgramPlace(String path) {
    int start = path.startsWith("usr/local/") ? 10 : path.startsWith("usr/") ? 4 : 0;
    int slash = path.indexOf('/', start);
    return PROGRAM_FOLDERS.contains(path.substring(start, slash < 0 ? path.length() : slash));
  }

  static boolean isSearched(Node node) {
    return node.isDirectory() && SEARCHED.contains(node.inRoot());
  }

  static boolean isSetting(Node node) {
    return node.isFile() && node.inRoot().startsWith("etc/");
  }

  static boolean isOddForSetuid(Node node) {
    return ODD_FOR_SETUID.matcher(node.inRoot()).matches();
  }

  static boolean isOpenShadowCopy(Node node) {
    boolean shadow = node.inRoot().equals("etc/gshadow");
    return node.isFile()
        && node.inRoot().startsWith("etc/")
        && othersMayRead(node)
        && (shadow || SHADOW_COPY.matcher(node.inRoot()).matches());
  }

  static boolean isOpenKeyFolder(Node node) {
    return node.isDirectory()
        && (node.mode() & 07) != 0
        && node.inRoot().endsWith("/private")
        && KEY_FOLDER.matcher(node.inRoot()).matches();
  }

  /** Fedora gives a group of its own the right to read them, which is not counted. */
  static boolean isOpenHostKey(Node node) {
    return node.isFile()
        && (node.mode() & 027) != 0
        && node.inRoot().endsWith("_key")
        && HOST_KEY.matcher(node.inRoot()).matches();
  }

  static boolean isCron(Node node) {
    return node.inRoot().contains("cron") && CRON.matcher(node.inRoot()).matches();
  }

  static boolean isAccountFile(Node node) {
    return isSetting(node) && ACCOUNTS.matcher(node.inRoot()).matches();
  }

  static boolean isBootFile(Node node) {
    return node.inRoot().equals("boot") || node.inRoot().startsWith("boot/");
  }

  static boolean isHome(Node node) {
    return node.isDirectory()
        && node.inRoot().startsWith("home/")
        && node.inRoot().indexOf('/', "home/".length()) < 0
        && !node.inRoot().equals("home/root");
  }

  static boolean isRootsHome(Node node) {
    return node.isDirectory() && Set.of("root", "home/root").contains(node.inRoot());
  }

  static boolean isOpenDevice(Node node) {
    boolean block = node.entryType() == EntryType.BLOCK_DEVICE;
    boolean memory =
        node.entryType() == EntryType.CHARACTER_DEVICE && MEMORY.matcher(node.inRoot()).matches();
    return (block || memory) && (node.mode() & 06) != 0;
  }

  static boolean isHidden(Node node) {
    return node.isFile()
        && node.inRoot().contains("/.")
        && node.name().startsWith(".")
        && !HARMLESS.contains(node.name())
        && !node.name().endsWith(".hmac")
        && NO_HIDING.matcher(node.inRoot()).matches();
  }

  static boolean isFileInDev(Node node) {
    return node.isFile() && node.inRoot().startsWith("dev/") && node.size() > 0;
  }

  static boolean isOldSetting(Node node) {
    return isSetting(node) && OLD_SETTINGS.matcher(node.name()).matches();
  }

  static boolean isBuildLeftover(Node node) {
    return node.isFile() && BUILD.stream().anyMatch(node.inRoot()::endsWith);
  }

  static boolean isTrustFile(Node node) {
    return node.isFile() && TRUST.contains(node.name()) && node.size() > 0;
  }

  static boolean isPreload(Node node) {
    return node.isFile() && node.inRoot().equals("etc/ld.so.preload") && node.size() > 0;
  }

  static boolean isShippedLog(Node node) {
    return node.isFile() && node.inRoot().startsWith("var/log/") && node.size() > 0;
  }

  static boolean isTool(Node node) {
    return !node.isDirectory()
        && TOOLS.contains(node.name())
        && TOOL_PLACE.matcher(node.inRoot()).matches();
  }

  /** A relative target with more steps up than the link is deep. */
  static boolean leavesTheRoot(Node node) {
    if (!node.isLink() || node.link().startsWith("/")) {
      return false;
    }
    int depth = (int) node.inRoot().chars().filter(c -> c == '/').count();
    for (String step : node.link().split("/")) {
      if (step.equals("..")) {
        depth--;
      } else if (!step.isEmpty() && !step.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  static boolean pointsIntoSharedPlace(Node node) {
    return node.isLink()
        && SHARED_PLACE.matcher(node.link()).matches()
        && !VOLATILE_BY_DESIGN.contains(node.name())
        && isSystemPlace(node.inRoot());
  }

  private static boolean isSystemPlace(String path) {
    return path.startsWith("etc/") || isProgramPlace(path);
  }
}
