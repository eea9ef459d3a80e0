package dev.assay.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Described;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a file that some inspector reads, the inspection ends with a result. The files
 * are those that the inspectors name themselves, so that a new inspector is tested the day it is
 * written.
 */
class AnySourceFileTest {
  record Named(String name, byte[] content) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A path for every pattern that is read. */
  static List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (Inspector inspector : Inspectors.ofRoots()) {
      for (String pattern : inspector.reads()) {
        String path = pattern.replace("*", "x");
        paths.add(path.contains("/") ? path : "etc/" + path);
        if (!path.startsWith("etc/")) {
          paths.add("etc/" + path);
          paths.add("usr/lib/" + path);
        }
      }
    }
    return paths.stream().distinct().sorted().toList();
  }

  private static Named text(String name, String text) {
    return new Named(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<Named> contents() {
    byte[] noise = new byte[20_000];
    new Random(7).nextBytes(noise);
    byte[] wide = "a=b\nroot:x:0:0\n".getBytes(StandardCharsets.UTF_16);
    List<Named> all =
        new ArrayList<>(
            List.of(
                new Named("nothing", new byte[0]),
                new Named("noise", noise),
                new Named("zeros", new byte[5_000]),
                new Named("UTF-16", wide),
                text("a byte order mark", "\uFEFFroot::0:0::/:\nPermitRootLogin yes\n"),
                text("blank lines", "\n \n\t\n\r\n".repeat(2_000)),
                text("one long line", "a".repeat(300_000)),
                text("one long line of words", "a b ".repeat(60_000)),
                text("old line ends", "a=b\rc=d\rroot:x:0:0:::\r"),
                text("no line end", "[Service]\nExecStart=/bin/x \\"),
                text("backslashes", "\\\n".repeat(20_000)),
                text("huge numbers", "MaxAuthTries 99999999999999999999\nroot:x:-1:99999999999:\n"),
                text(
                    "separators for values",
                    "a b c d : f\na b c d / , ;\ninterface=,\nSource: ,\n/x {\ncreate ,\n}\n"),
                text("percents", "%s %n %d $1 ${x} $(x) `x` {{x}}\n".repeat(50)),
                text(
                    "XML",
                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]>"),
                text("controls", "a\u0000b\u0007c\u001B[31m\u202Ed\u0085e\u2028f\n")));
    for (String token :
        List.of(
            "=",
            ":",
            "::::::",
            "[",
            "]",
            "{",
            "}",
            "{}",
            "(",
            "/",
            "*",
            "-",
            "+",
            "!",
            "@",
            "%",
            "#",
            ",",
            ";",
            "\"",
            "'",
            "\"\n'",
            "$6$$",
            "$2b$",
            "0x",
            "Include *",
            "include *;",
            "Match ",
            "Package:",
            "P:",
            "@include x",
            "#includedir .",
            "if [",
            "${",
            "$(",
            "[Service]\nExecStart=",
            "Listen 1:",
            "<VirtualHost",
            "<a>",
            "config x '",
            "- ")) {
      all.add(text("many `" + token.strip() + "`", token.repeat(3_000)));
      all.add(text("lines `" + token.strip() + "`", (token + "\n").repeat(3_000)));
    }
    return all;
  }

  private static Tree everywhere(BiConsumer<Tree, String> put) {
    Tree tree = Tree.ofASystem();
    paths().forEach(path -> put.accept(tree, path));
    return tree;
  }

  @ParameterizedTest
  @MethodSource("contents")
  void endsWithAResult(Named content) {
    Inspection inspection =
        everywhere((tree, path) -> tree.file(path, content.content())).inspected();
    assertThat(inspection.artifacts()).hasSizeGreaterThan(paths().size());
    for (Described each : inspection.components()) {
      assertThat(each.component().id()).isNotBlank();
      assertThat(each.component().artifacts()).isNotEmpty();
    }
  }

  @Test
  void aFileThatIsALinkToItselfADirectoryOrADeviceIsPassedOver() {
    everywhere((tree, path) -> tree.link(path, path.substring(path.lastIndexOf('/') + 1)))
        .inspected();
    everywhere((tree, path) -> tree.link(path, "../../../../../../etc/" + path)).inspected();
    everywhere((tree, path) -> tree.directory(path, 0755)).inspected();
    everywhere((tree, path) -> tree.disk(path, 0644, 1, 1)).inspected();
  }
}
