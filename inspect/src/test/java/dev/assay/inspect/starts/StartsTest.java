package dev.assay.inspect.starts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.match.Found;
import dev.assay.inspect.scan.Interest;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Remembered;
import dev.assay.inspect.scan.Scanner;
import dev.assay.inspect.scan.Source;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StartsTest {
  @TempDir Path directory;
  private Products product;

  @BeforeEach
  void makeProduct() {
    product = new Products(directory);
  }

  @Test
  void putsVariablesOfTheDefaultsFileIntoADebianScript() {
    product
        .program(
            "etc/init.d/d",
            "#!/bin/sh\nDAEMON=/usr/sbin/d\nOPTS=\"\"\ntest ! -r /etc/default/d || . /etc/default/d\n"
                + "case \"$1\" in\n  start)\n\tstart-stop-daemon --start --quiet --exec \"$DAEMON\""
                + " -- -p 1 \\\n $OPTS\n\t;;\n  stop)\n\tstart-stop-daemon --stop --exec $DAEMON\n"
                + "\t;;\nesac\n")
        .file("etc/default/d", "OPTS=\"-a -b\"\n")
        .link("etc/rc2.d/S01d", "../init.d/d");
    Start start = start("d");
    assertEquals(List.of("-p", "1", "-a", "-b"), start.arguments());
    assertEquals(Answer.YES, start.enabled());
    assertEquals(Place.line(7), start.evidence().place());
  }

  @Test
  void resolvesTheEnvironmentFileOfAUnit() {
    product
        .file(
            "lib/systemd/system/d.service",
            "[Service]\nEnvironment=PORT=22\nEnvironmentFile=-/etc/default/d\n"
                + "ExecStart=/usr/sbin/d -p \"$PORT\" $EXTRA\n")
        .file("etc/default/d", "EXTRA='-s -g'\n");
    assertEquals(List.of("-p", "22", "-s", "-g"), start("d").arguments());
    assertEquals(Answer.NO, start("d").enabled());
  }

  @Test
  void followsInittabIntoTheScriptsThatItsScriptRuns() {
    product
        .file("etc/inittab", "::sysinit:/etc/init.d/rcS\n")
        .program("etc/init.d/rcS", "#!/bin/sh\nmount -a\n/sbin/net.sh start\n")
        .program("sbin/net.sh", "#!/bin/sh\ntelnetd -l /bin/sh &\n");
    assertEquals(Answer.YES, start("telnetd").enabled());
    assertEquals(List.of("-l", "/bin/sh"), start("telnetd").arguments());
  }

  @Test
  void decidesConditionsOnShippedValuesOnly() {
    product
        .file("etc/inittab", "::sysinit:/etc/init.d/rcS\n")
        .program(
            "etc/init.d/rcS",
            "#!/bin/sh\nON=0\nif [ \"$ON\" = \"1\" ]; then\n  one\nelse\n  two\nfi\n"
                + "[ \"$(nvram get x)\" = 1 ] && three\nif grep -q dbg /proc/cmdline; then four; fi\n"
                + "[ -x /usr/sbin/absent ] || exit 0\nfive\n");
    assertEquals(Answer.NO, start("one").enabled());
    assertEquals(Answer.YES, start("two").enabled());
    assertEquals(Answer.UNKNOWN, start("three").enabled());
    assertEquals(Answer.UNKNOWN, start("four").enabled());
    assertEquals(Answer.NO, start("five").enabled());
  }

  @Test
  void takesAScriptThatMayGiveUpWithAnErrorForOneThatDoesNot() {
    product.program("etc/init.d/S50d", "#!/bin/sh\ncheck || exit 1\none\nasleep && exit 0\ntwo\n");
    assertEquals(Answer.YES, start("one").enabled());
    assertEquals(Answer.UNKNOWN, start("two").enabled());
  }

  @Test
  void asksWhoCallsAFunction() {
    product.program(
        "etc/init.d/S50d",
        "#!/bin/sh\ncancel() { echo \"$1\" >&2; exit 0; };\none_start() {\n  one\n}\n"
            + "two_start ()\n{\n  [ -x /usr/sbin/absent ] || return 0\n  two\n}\n"
            + "three_start() { three; }\ntest -x /usr/sbin/absent2 && cancel 'x'\none_start\n"
            + "two_start\n[ \"`nvram get x`\" = 1 ] && three_start\n"
            + "false || { echo y; return 1; }\nfour\n");
    assertEquals(Answer.YES, start("one").enabled());
    assertEquals(Answer.NO, start("two").enabled());
    assertEquals(Answer.UNKNOWN, start("three").enabled());
    assertEquals(Answer.NO, start("four").enabled());
  }

  @Test
  void endsOnFunctionsThatAllCallEachOther() {
    StringBuilder script = new StringBuilder("#!/bin/sh\n");
    for (int i = 0; i < 60; i++) {
      script.append("f").append(i).append("() {\n");
      for (int j = 0; j < 60; j++) {
        script.append(" f").append(j).append('\n');
      }
      script.append(" d\n}\n");
    }
    product.program("etc/init.d/S50d", script.append("f7\n").toString());
    assertEquals(Answer.YES, start("d").enabled());
  }

  @Test
  void takesTheBranchOfACaseThatStarts() {
    product.program(
        "etc/init.d/S50d",
        "#!/bin/sh\nACTION=$1\nENABLE=false\ncase \"$ACTION\" in\n  start)\n\tone\n\texit 0\n\t;;\n"
            + "  stop|halt) two;;\n  *) three ;;\nesac\ncase $ENABLE in\n  true|inetd) four ;;\n"
            + "  false) five; exit 0;;\nesac\ncase `uname` in Linux) six ;; esac\n");
    assertEquals(Answer.YES, start("one").enabled());
    assertEquals(Answer.NO, start("two").enabled());
    assertEquals(Answer.NO, start("three").enabled());
    assertEquals(Answer.NO, start("four").enabled());
    assertEquals(Answer.YES, start("five").enabled());
  }

  @Test
  void takesInetdLinesForEnabledWhereInetdRuns() {
    product
        .file(
            "etc/inetd.conf",
            "#<off># ftp stream tcp nowait root /usr/sbin/tcpd /usr/sbin/in.ftpd\n"
                + "telnet stream tcp nowait root /usr/sbin/tcpd /usr/sbin/in.telnetd -h\n")
        .program("usr/sbin/inetd", "x")
        .program("etc/init.d/S60inetd", "#!/bin/sh\n/usr/sbin/inetd\n");
    Start start = start("in.telnetd");
    assertEquals(Answer.YES, start.enabled());
    assertEquals(List.of("-h"), start.arguments());
    assertEquals("telnet", start.service());
    assertTrue(all().stream().noneMatch(each -> each.service().equals("ftp")));
  }

  @Test
  void leavesInetdLinesOpenWhereNothingIsSeenToStartInetd() {
    product
        .file("etc/inetd.conf", "telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n")
        .program("usr/sbin/inetd", "x");
    assertEquals(Answer.UNKNOWN, start("in.telnetd").enabled());
  }

  @Test
  void seesThroughBusyBoxSocketServers() {
    product.program(
        "etc/init.d/S50ftp", "#!/bin/sh\nbusybox tcpsvd -vE 0.0.0.0 21 ftpd -w /srv &\n");
    Start start = start("ftpd");
    assertEquals(List.of("tcp:0.0.0.0:21"), start.listens());
    assertEquals(List.of("-w", "/srv"), start.arguments());
  }

  @Test
  void endsOnScriptsThatRunEachOther() {
    product
        .file("etc/inittab", "::sysinit:/sbin/a.sh\n")
        .program("sbin/a.sh", "#!/bin/sh\n. /sbin/b.sh\n/sbin/b.sh\n")
        .program("sbin/b.sh", "#!/bin/sh\n/sbin/a.sh\nX=$X$X$X$X\n");
    assertFalse(all().isEmpty());
  }

  private Start start(String program) {
    Optional<Start> found = all().stream().filter(each -> each.name().equals(program)).findFirst();
    return found.orElseThrow(() -> new AssertionError(program + " is not among " + all()));
  }

  @Test
  void followsAnyNumberOfWrappersBeforeAProgram() {
    product
        .file("etc/openwrt_release", "")
        .program("etc/rc.local", "env ".repeat(50) + "nice -n 5 /usr/sbin/d -a\n");
    assertEquals(List.of("-a"), start("d").arguments());
  }

  @Test
  void readsAllCommandsOfALine() {
    product
        .file("etc/openwrt_release", "")
        .program("etc/rc.local", "a;".repeat(200) + "/usr/sbin/d -a\n");
    assertEquals(List.of("-a"), start("d").arguments());
  }

  static Stream<String> scriptsWithMoreThanIsFollowed() {
    String start = "/usr/sbin/telnetd\n";
    return Stream.of(
        "a\n".repeat(4_000) + start,
        "a ".repeat(4_100) + "; " + start,
        "a \\\n".repeat(4_100) + "; " + start,
        "if true; then\n".repeat(65) + start + "fi\n".repeat(65),
        "case $1 in\n" + "a|".repeat(101) + "start) " + start + ";;\nesac\n",
        "X='sh -c \"$X\"'\nsh -c \"$X\"\n",
        numbered("X%d=1\n", 1_000) + "Y=" + start + "$Y\n");
  }

  @ParameterizedTest
  @MethodSource("scriptsWithMoreThanIsFollowed")
  void saysThatAScriptMayStartMore(String script) {
    product.file("etc/openwrt_release", "").program("etc/rc.local", script);
    assertTrue(Starts.doubt(root()).isPresent());
  }

  @Test
  void saysThatAUnitMayStartMore() {
    product.file(
        "lib/systemd/system/a.service",
        "[Service]\n" + numbered("X%d=1\n", 4_096) + "ExecStart=/usr/sbin/telnetd\n");
    assertTrue(Starts.doubt(root()).isPresent());
  }

  @Test
  void saysNothingOfScriptsThatAreReadWhole() {
    product
        .file("etc/openwrt_release", "")
        .program("etc/rc.local", "# a\n".repeat(5_000) + "/usr/sbin/d\n");
    assertTrue(Starts.doubt(root()).isEmpty());
  }

  private static String numbered(String line, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private List<Start> all() {
    return Starts.of(root());
  }

  private Root root() {
    try (ForkJoinPool workers = new ForkJoinPool(2)) {
      List<Root> roots =
          Scanner.scan(
                  List.of(new Source.OnHost("fw", directory)),
                  new Scanner.Setup(
                      List.of(),
                      bytes -> Found.NOTHING,
                      Interest.of(Starts.reads()),
                      Limits.DEFAULT,
                      workers,
                      Progress.SILENT,
                      Remembered.nothing(),
                      Faults.END))
              .roots();
      assertEquals(1, roots.size());
      return roots.getFirst();
    }
  }
}
