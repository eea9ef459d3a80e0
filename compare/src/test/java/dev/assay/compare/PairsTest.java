package dev.assay.compare;

import static dev.assay.compare.Forged.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.constant.ModuleDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of each format, and what must be said of them: as precise as a reviewer needs. */
class PairsTest {
  @TempDir Path dir;

  /**
   * @param path of the member that differs
   * @param aspect what of it
   */
  private record Pair(
      String name, byte[] left, byte[] right, String path, Outcome outcome, Aspect aspect) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Pair changed(
      String name, byte[] left, byte[] right, String path, String what, String... values) {
    return new Pair(
        name, left, right, path, Outcome.CHANGED, Aspect.change(what, values[0], values[1]));
  }

  private static Pair same(
      String name, byte[] left, byte[] right, Equivalence kind, String what, String... values) {
    return new Pair(
        name, left, right, "p", Outcome.EQUIVALENT, Aspect.same(kind, what, values[0], values[1]));
  }

  static Stream<Pair> pairs() {
    return Stream.of(
        changed(
            "ar, a setting",
            Forged.ar("x.conf", "port=1\n", 1),
            Forged.ar("x.conf", "port=2\n", 1),
            "p!/x.conf",
            "key port",
            "1",
            "2"),
        changed(
            "cpio, a mode",
            Forged.cpio("x", "text", 0644, 1),
            Forged.cpio("x", "text", 04755, 1),
            "p!/x",
            "permissions: mode",
            "0644",
            "4755"),
        changed(
            "tar, a setting",
            Forged.tar("x.conf", "port=1\n", 0644, "root", 1),
            Forged.tar("x.conf", "port=2\n", 0644, "root", 1),
            "p!/x.conf",
            "key port",
            "1",
            "2"),
        changed(
            "tar, a mode",
            Forged.tar("x", "text", 0644, "root", 1),
            Forged.tar("x", "text", 0666, "root", 1),
            "p!/x",
            "permissions: mode",
            "0644",
            "0666"),
        changed(
            "zip, a line",
            Forged.zip("", "x", "first\nline\n"),
            Forged.zip("", "x", "first\nother\n"),
            "p!/x",
            "line",
            "line",
            ""),
        changed(
            "gzip, a setting",
            Forged.gzip("port=1\n", "", "", 1),
            Forged.gzip("port=2\n", "", "", 1),
            "p",
            "key port",
            "1",
            "2"),
        same(
            "gzip, the time",
            Forged.gzip("text", "", "", 1),
            Forged.gzip("text", "", "", 2),
            Equivalence.MTIME,
            "gzip mtime",
            "1970-01-01T00:00:01Z",
            "1970-01-01T00:00:02Z"),
        same(
            "gzip, the name",
            Forged.gzip("text", "a", "", 1),
            Forged.gzip("text", "b", "", 1),
            Equivalence.BUILD_PATH,
            "gzip file name",
            "a",
            "b"),
        changed(
            "json, a key in one line",
            bytes("{\"a\":{\"b\":[1,2]},\"c\":\"x\"}"),
            bytes("{\"a\":{\"b\":[1,3]},\"c\":\"x\"}"),
            "p",
            "key a.b[1]",
            "2",
            "3"),
        changed(
            "json, only white space",
            bytes("{\"a\":1}"),
            bytes("{ \"a\":1}"),
            "p",
            "line",
            "{\"a\":1}",
            ""),
        changed(
            "xml, an attribute",
            bytes("<users><user name='a'/><user name='b'/></users>"),
            bytes("<users><user name='a'/><user name='c'/></users>"),
            "p",
            "element /users/user[2]/@name",
            "b",
            "c"),
        changed(
            "xml, a text",
            bytes("<a><b>on</b></a>"),
            bytes("<a><b>off</b></a>"),
            "p",
            "element /a/b",
            "on",
            "off"),
        changed(
            "ini, a key of a section",
            bytes("[ssh]\nport=1\n[web]\nport=1\n"),
            bytes("[ssh]\nport=1\n[web]\nport=2\n"),
            "p",
            "key web/port",
            "1",
            "2"),
        changed(
            "text, a line",
            bytes("one line\nsame\n"),
            bytes("another line\nsame\n"),
            "p",
            "line",
            "one line",
            ""),
        changed(
            "class in a jar, a string",
            jar("first"),
            jar("second"),
            "p!/A.class",
            "string",
            "first",
            ""));
  }

  private static byte[] jar(String constant) {
    byte[] type =
        ClassFile.of()
            .build(
                ClassDesc.of("A"),
                builder ->
                    builder.withMethodBody(
                        "text",
                        MethodTypeDesc.of(ConstantDescs.CD_String),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code -> code.ldc(constant).areturn()));
    return Forged.zip(
        "",
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\n",
        "A.class",
        new String(type, StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @MethodSource
  void pairs(Pair pair) {
    Comparison found = Compared.bytes(pair.left(), pair.right()).comparison();
    Finding member =
        found.findings().stream()
            .filter(finding -> finding.path().equals(pair.path()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(found.toString()));
    assertThat(member.outcome()).as(found.toString()).isEqualTo(pair.outcome());
    assertThat(member.aspects()).contains(pair.aspect());
  }

  @Test
  void aMethodOfAClassIsNamed() {
    assertThat(Compared.bytes(jar("first"), jar("second")).isDifferent().aspects())
        .contains("method text()Ljava/lang/String;");
  }

  @Test
  void aPropertyOfADeviceTreeIsNamed() throws Exception {
    for (String status : List.of("okay", "disabled")) {
      write(
          status + ".dts",
          "/dts-v1/; / { serial@1000 { status = \"%s\"; reg = <1 2>; }; };".formatted(status));
      Tool.run(dir, "dtc", "-q", "-O", "dtb", "-o", status + ".dtb", status + ".dts");
    }
    Finding found = only("okay.dtb", "disabled.dtb");
    assertThat(found.aspects())
        .contains(Aspect.change("property /serial@1000/status", "okay", "disabled"));
  }

  @Test
  void whatACertificateSaysIsNamed() throws Exception {
    for (String name : List.of("one", "two")) {
      Tool.run(
          dir,
          "openssl",
          "req",
          "-x509",
          "-newkey",
          "ec",
          "-pkeyopt",
          "ec_paramgen_curve:P-256",
          "-nodes",
          "-keyout",
          name + ".key",
          "-out",
          name + ".pem",
          "-subj",
          "/CN=" + name,
          "-days",
          "10");
      Tool.run(
          dir, "openssl", "x509", "-in", name + ".pem", "-outform", "DER", "-out", name + ".der");
    }
    for (String form : List.of(".pem", ".der")) {
      assertThat(only("one" + form, "two" + form).aspects())
          .as(form)
          .contains(
              Aspect.change("certificate 1 subject", "CN=one", "CN=two"),
              Aspect.change("certificate 1 issuer", "CN=one", "CN=two"))
          .extracting(Aspect::what)
          .contains("certificate 1 serial", "certificate 1 key");
    }
  }

  @Test
  void aFieldOfADebianPackageIsNamed() throws Exception {
    for (String version : List.of("1.0", "1.1")) {
      write(
          version + "/DEBIAN/control",
          "Package: x\nVersion: %s\nArchitecture: all\nMaintainer: a <a@b.c>\nDescription: x\n"
              .formatted(version));
      write(version + "/etc/x.conf", "port=1\n");
      Tool.run(dir, "dpkg-deb", "--root-owner-group", "-b", version, version + ".deb");
    }
    Compared found = Compared.files(dir.resolve("1.0.deb"), dir.resolve("1.1.deb")).isDifferent();
    assertThat(found.aspects()).contains("key Version");
  }

  @Test
  void aFieldOfAnRpmPackageIsNamed() throws Exception {
    rpm("1.0", "port=1");
    rpm("1.1", "port=1");
    Compared found = Compared.files(rpm("1.0"), rpm("1.1")).isDifferent();
    assertThat(found.aspects()).contains("rpm version").doesNotContain("rpm release", "rpm name");
  }

  @Test
  void elementsOfAnRpmPackageAreToldAsTheyAreRead() throws Exception {
    rpm("1", "port=1");
    Files.move(rpm("1"), dir.resolve("left.rpm"));
    rpm("1", "port=1234");
    Compared found = Compared.files(dir.resolve("left.rpm"), rpm("1")).isDifferent();
    assertThat(found.comparison().findings().getFirst().aspects())
        .contains(Aspect.change("rpm filesizes[1]", "7 (1 bytes)", "10 (2 bytes)"))
        .anyMatch(each -> each.what().equals("rpm signature header: sha256header"));
    assertThat(found.aspects()).doesNotContain("rpm filesizes[2]", "rpm signature header: tag 62");
  }

  private void rpm(String version, String text) throws Exception {
    write(
        version + ".spec",
        "Name: x\nVersion: %s\nRelease: 1\nSummary: x\nLicense: MIT\nBuildArch: noarch\n%%description\nx\n%%install\nmkdir -p %%{buildroot}/etc\necho %s > %%{buildroot}/etc/x.conf\necho same > %%{buildroot}/etc/y.conf\n%%files\n/etc/x.conf\n/etc/y.conf\n"
            .formatted(version, text));
    Tool.run(
        dir,
        "rpmbuild",
        "-bb",
        "--quiet",
        "--define",
        "_topdir " + dir.resolve("top"),
        "--define",
        "_rpmdir " + dir.resolve(version),
        version + ".spec");
  }

  private Path rpm(String version) {
    return dir.resolve(version + "/noarch/x-" + version + "-1.noarch.rpm");
  }

  @Test
  void aModeAndATargetInAFileSystemAreNamed() throws Exception {
    write("tree/bin/x", "text");
    Files.createSymbolicLink(dir.resolve("tree/link"), Path.of("bin/x"));
    image("1");
    Tool.run(dir, "chmod", "4755", "tree/bin/x");
    Files.delete(dir.resolve("tree/link"));
    Files.createSymbolicLink(dir.resolve("tree/link"), Path.of("bin/y"));
    image("2");
    for (String form : List.of(".ext4", ".sqfs")) {
      Compared found =
          Compared.files(dir.resolve("1" + form), dir.resolve("2" + form)).isDifferent();
      assertThat(found.outcomes())
          .as(form)
          .containsEntry("p!/bin/x", Outcome.CHANGED)
          .containsEntry("p!/link", Outcome.CHANGED);
      assertThat(found.aspects()).contains("permissions: mode", "link target");
    }
  }

  private void image(String name) throws Exception {
    Tool.run(dir, "mkfs.ext4", "-q", "-d", "tree", name + ".ext4", "4M");
    Tool.run(dir, "mksquashfs", "tree", name + ".sqfs", "-quiet", "-mkfs-time", "1");
  }

  @Test
  void momentsAndIdsOfAPdfAreNoDifference() {
    Compared.bytes(
            ForgedMedia.pdf("20200101000000Z", "0", "one", "stream"),
            ForgedMedia.pdf("20210101000000Z", "1", "one", "stream"))
        .isEquivalentExcept(Equivalence.BUILD_TIME, Equivalence.BUILD_ID);
  }

  @Test
  void whatAModuleOfJavaNeedsIsNamed() throws Exception {
    for (String needed : List.of("java.sql", "java.xml")) {
      byte[] module =
          ClassFile.of()
              .buildModule(
                  ModuleAttribute.of(
                      ModuleDesc.of("x"),
                      builder -> builder.requires(ModuleDesc.of(needed), 0, null)));
      Files.createDirectories(dir.resolve(needed));
      Files.write(dir.resolve(needed + "/module-info.class"), module);
    }
    assertThat(Compared.files(dir.resolve("java.sql"), dir.resolve("java.xml")).aspects())
        .containsExactly("module requires java.sql", "module requires java.xml");
  }

  @Test
  void linesUnderZlibAreNamed() {
    byte[] left = ForgedMedia.zlib("first\nsame\n");
    byte[] right = ForgedMedia.zlib("second\nsame\n");
    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .containsExactly("line", "line", "compressed stream");
    byte[] noise = Forged.concat(ForgedMedia.zlib("first\nsame\n"), new byte[] {1, 2});
    assertThat(Compared.bytes(noise, right).isDifferent().aspects())
        .contains("line", "bytes behind the content");
  }

  private Finding only(String left, String right) {
    Comparison found = Compared.files(dir.resolve(left), dir.resolve(right)).comparison();
    assertThat(found.findings()).hasSize(1);
    assertThat(found.findings().getFirst().outcome()).isEqualTo(Outcome.CHANGED);
    return found.findings().getFirst();
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
