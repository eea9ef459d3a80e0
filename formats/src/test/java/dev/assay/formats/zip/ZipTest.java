package dev.assay.formats.zip;

import static dev.assay.formats.stream.Streams.join;
import static dev.assay.formats.stream.Streams.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.SampleTree;
import dev.assay.formats.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTest {
  private static final Zip ZIP = new Zip();

  @TempDir Path directory;
  @TempDir Path elsewhere;

  @ParameterizedTest
  @ValueSource(strings = {"-0", "-9"})
  void readsWhatInfoZipWrites(String level) throws IOException {
    byte[] archive = zip(level, "-y");
    assertThat(ZIP.recognises(Bytes.of(archive))).isTrue();
    SampleTree.assertHolds(Listed.of(ZIP, Bytes.of(archive)), "");
  }

  @Test
  void readsWhatBsdTarWritesAsAStream() throws IOException {
    SampleTree.create(directory);
    byte[] archive =
        Tool.run(
            directory, "bsdtar", "-cf", "-", "--format=zip", "bin", "etc", SampleTree.LONG_NAME);
    SampleTree.assertHolds(Listed.of(ZIP, Bytes.of(archive)), "");
  }

  @Test
  void readsZip64AndSizesBehindTheData() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream writer = new ZipArchiveOutputStream(out)) {
      writer.setUseZip64(Zip64Mode.Always);
      for (int i = 0; i < 3; i++) {
        writer.putArchiveEntry(new ZipArchiveEntry("member" + i));
        writer.write(text(50_000));
        writer.closeArchiveEntry();
      }
    }
    Listed listed = Listed.of(ZIP, Bytes.of(out.toByteArray()));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries)
        .hasSize(3)
        .allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.bytes("member2")).isEqualTo(text(50_000));
  }

  @Test
  void readsMoreThan65535Members() throws IOException {
    Map<String, byte[]> members = new TreeMap<>();
    for (int i = 0; i < 70_000; i++) {
      members.put("m" + i, new byte[0]);
    }
    assertThat(Listed.of(ZIP, Bytes.of(archive(members))).entries).hasSize(70_000);
  }

  @Test
  void aStoredMemberIsAWindowOnTheArchive() throws IOException {
    byte[] archive = zip("-0", "-y");
    Content content = Listed.of(ZIP, Bytes.of(archive)).entry("etc/motd").content().orElseThrow();
    Bytes window = content.open(new HeapMemory());
    assertThat(window.block(0, 6).array()).isSameAs(archive);
  }

  @Test
  void listsWhatStandsBeforeTheArchive() throws IOException {
    byte[] stub = ("#!/bin/sh\n" + "x".repeat(1000) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] archive = join(stub, archive(Map.of("a", text(100))));
    assertThat(ZIP.recognises(Bytes.of(archive))).isTrue();
    Listed listed = Listed.of(ZIP, Bytes.of(archive));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("a")).isEqualTo(text(100));
    assertThat(listed.bytes("[prefix]")).isEqualTo(stub);
  }

  @Test
  void readsAnArchiveBehindContentOfNoFormat() throws IOException {
    byte[] archive = join(new byte[4096], archive(Map.of("a", text(100))));
    Container format = (Container) Formats.of(Bytes.of(archive)).orElseThrow();
    assertThat(format).isInstanceOf(AppendedZip.class);
    assertThat(Listed.of(format, Bytes.of(archive)).bytes("a")).isEqualTo(text(100));
    assertThat(new AppendedZip().recognises(Bytes.of(join(archive, new byte[1])))).isFalse();
  }

  @Test
  void readsMembersThatArePackedByLzma() throws IOException {
    Files.write(directory.resolve("large"), text(300_000));
    Tool.run(directory, "7z", "a", "-tzip", "-mm=LZMA", "out.zip", "large");
    byte[] archive = Files.readAllBytes(directory.resolve("out.zip"));
    assertThat(Listed.of(ZIP, Bytes.of(archive)).bytes("large")).isEqualTo(text(300_000));
    Hostile.survives(ZIP, archive);
  }

  @Test
  void headersThatOnlyMoveMembersAreNothingBeforeTheArchive() throws IOException {
    byte[] archive = archive(Map.of("a", text(100)));
    byte[] fill = emptyHeader(102);
    Listed listed = Listed.of(ZIP, Bytes.of(join(fill, join(emptyHeader(0), archive))));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("a");
    // What hides in them, or stands between them and the first member, is shown.
    byte[] hiding = emptyHeader(102);
    hiding[100] = 1;
    assertThat(Listed.of(ZIP, Bytes.of(join(hiding, archive))).bytes("[prefix]")).isEqualTo(hiding);
    byte[] before = join(fill, text(40));
    assertThat(Listed.of(ZIP, Bytes.of(join(before, archive))).bytes("[prefix]")).isEqualTo(before);
    byte[] longer = emptyHeader(102);
    longer[29] = 9;
    assertThat(Listed.of(ZIP, Bytes.of(join(longer, archive))).bytes("[prefix]")).isEqualTo(longer);
  }

  /** A local header of no name and no data. */
  private static byte[] emptyHeader(int extra) {
    byte[] header = new byte[30 + extra];
    System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, header, 0, 4);
    header[28] = (byte) extra;
    return header;
  }

  @Test
  void tellsKindsOfArchivesApart() throws IOException {
    assertThat(typeOf(Map.of("AndroidManifest.xml", text(3), "META-INF/MANIFEST.MF", text(2))))
        .isEqualTo("application/vnd.android.package-archive");
    assertThat(typeOf(Map.of("META-INF/MANIFEST.MF", text(3))))
        .isEqualTo("application/java-archive");
    assertThat(typeOf(Map.of("AndroidManifest.xml", text(3), "classes.jar", text(2))))
        .isEqualTo("application/zip");
  }

  @Test
  void reportsEncryptedMembersAndReadsTheOthers() throws IOException {
    Files.write(directory.resolve("secret"), text(1000));
    Files.write(directory.resolve("open"), text(1000));
    Tool.run(directory, "zip", "-q", "-P", "word", "out.zip", "secret");
    Tool.run(directory, "zip", "-q", "out.zip", "open");
    Listed listed = Listed.of(ZIP, Bytes.of(Files.readAllBytes(directory.resolve("out.zip"))));
    Content secret = listed.entry("secret").content().orElseThrow();
    assertThatThrownBy(() -> secret.open(new HeapMemory()))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("zip.encrypted"));
    assertThat(listed.bytes("open")).isEqualTo(text(1000));
  }

  /** The bit encrypts nothing: whoever sets it hides members from readers that believe it. */
  @Test
  void readsMembersThatAreOnlyMarkedAsEncrypted() throws IOException {
    byte[] packed = archive(Map.of("bin", text(500)));
    packed[6] |= 1;
    packed[new String(packed, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") + 8] |= 1;
    Content marked = Listed.of(ZIP, Bytes.of(packed)).entry("bin").content().orElseThrow();
    assertThatThrownBy(() -> marked.open(new HeapMemory()))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            read -> {
              assertThat(read.start().toArray(500)).isEqualTo(text(500));
              assertThat(read.malformed().problem().code()).isEqualTo("container.false-encryption");
            });
  }

  /** Android loads a member that is marked as encrypted, and one of any method as stored. */
  @Test
  void readsAppsAsAndroidDoes() throws IOException {
    byte[] app = archive(Map.of("AndroidManifest.xml", text(500)));
    int directory = new String(app, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    app[6] |= 1;
    app[directory + 8] |= 1;
    Listed asApp = Listed.of(new AndroidPackage(), Bytes.of(app));
    assertThat(asApp.bytes("AndroidManifest.xml")).isEqualTo(text(500));
    assertThat(asApp.entry("AndroidManifest.xml").problems())
        .extracting("code")
        .containsExactly("container.false-encryption");
    byte[] odd = stored("AndroidManifest.xml", text(500));
    odd[8] = 99;
    odd[new String(odd, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") + 10] = 99;
    Listed asStored = Listed.of(new AndroidPackage(), Bytes.of(odd));
    assertThat(asStored.bytes("AndroidManifest.xml")).isEqualTo(text(500));
    assertThat(asStored.entry("AndroidManifest.xml").problems())
        .extracting("code")
        .containsExactly("zip.method");
  }

  /** Python and Info-ZIP look before the end, Android where the end says. */
  @Test
  void followsTheDirectoryThatAndroidFollows() throws IOException {
    byte[] app = archive(Map.of("AndroidManifest.xml", text(500)));
    int end = app.length - 22;
    int size = ByteBuffer.wrap(app).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 12);
    byte[] decoy = Arrays.copyOfRange(app, end - size, end);
    decoy[46] = 'B';
    byte[] two = join(Arrays.copyOf(app, end), decoy, Arrays.copyOfRange(app, end, app.length));
    Listed asApp = Listed.of(new AndroidPackage(), Bytes.of(two));
    assertThat(asApp.paths()).containsExactly("AndroidManifest.xml");
    assertThat(asApp.bytes("AndroidManifest.xml")).isEqualTo(text(500));
    assertThat(asApp.problems).extracting("code").containsExactly("zip.two-directories");
    assertThat(new AndroidPackage().recognises(Bytes.of(two))).isTrue();
    Listed other = Listed.of(ZIP, Bytes.of(two));
    assertThat(other.paths()).contains("BndroidManifest.xml");
    assertThat(other.problems).extracting("code").containsExactly("zip.two-directories");
  }

  @Test
  void saysThatTheDirectoryHasMoreThanItsEndAnnounces() throws IOException {
    byte[] archive = archive(Map.of("a", text(100), "b", text(100)));
    archive[archive.length - 22 + 8] = 1;
    archive[archive.length - 22 + 10] = 1;
    Listed listed = Listed.of(ZIP, Bytes.of(archive));
    assertThat(listed.paths()).containsExactly("a", "b");
    assertThat(listed.problems).extracting("code").containsExactly("zip.members");
  }

  /** The system gives the modes; a library that claims to be a link is one all the same. */
  @Test
  void takesNoModesFromApps() throws IOException {
    byte[] archive = archive(Map.of("lib/x86/liba.so", text(100)));
    int directory = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    archive[directory + 5] = 3;
    ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 38, 0120777 << 16);
    Entry link = Listed.of(ZIP, Bytes.of(archive)).entry("lib/x86/liba.so");
    assertThat(link.entryType()).isEqualTo(EntryType.SYMLINK);
    Entry library = Listed.of(new AndroidPackage(), Bytes.of(archive)).entry("lib/x86/liba.so");
    assertThat(library.entryType()).isEqualTo(EntryType.FILE);
    assertThat(library.attributes().mode()).isZero();
  }

  private static byte[] stored(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void readsMembersOfAnArchiveThatIsCutShort() throws IOException {
    byte[] whole = zip("-9", "-y");
    Listed listed = Listed.of(ZIP, Bytes.of(Arrays.copyOf(whole, whole.length - 30)));
    assertThat(listed.problems).extracting("code").containsExactly("zip.no-directory");
    assertThat(listed.text("etc/motd")).isEqualTo("hello\n");
    byte[] streamed = archive(Map.of("a", text(5000), "b", text(6000)));
    Listed descriptors = Listed.of(ZIP, Bytes.of(Arrays.copyOf(streamed, streamed.length - 10)));
    assertThat(descriptors.bytes("a")).isEqualTo(text(5000));
    assertThat(descriptors.bytes("b")).isEqualTo(text(6000));
  }

  @Test
  void reportsHeadersThatContradictTheDirectory() throws IOException {
    byte[] archive = archive(Map.of("name", text(100)));
    archive[30] = 'X';
    assertThat(Listed.of(ZIP, Bytes.of(archive)).entry("name").problems())
        .extracting("code")
        .containsExactly("zip.header-mismatch");
  }

  @Test
  void reportsAWrongChecksumAndKeepsTheContent() throws IOException {
    byte[] archive = zip("-0", "-y");
    int at = new String(archive, StandardCharsets.ISO_8859_1).indexOf("hello\n");
    archive[at] = 'j';
    Content content = Listed.of(ZIP, Bytes.of(archive)).entry("etc/motd").content().orElseThrow();
    try {
      content.open(new HeapMemory());
    } catch (Content.Partial partial) {
      assertThat(partial.malformed().problem().code()).isEqualTo("zip.crc");
      assertThat(partial.start().text(100)).isEqualTo("jello\n");
      return;
    }
    throw new AssertionError("a wrong checksum is told");
  }

  @Test
  void readsBytesThatMembersShareOnlyOnce() throws IOException {
    byte[] archive = archive(Map.of("kernel", text(100_000)));
    byte[] bomb = repeatedInDirectory(archive, 500);
    Listed listed = Listed.of(ZIP, Bytes.of(bomb));
    assertThat(listed.entries).hasSize(500);
    assertThat(listed.entries.stream().filter(entry -> entry.content().isPresent()).count())
        .isBetween(1L, 3L);
    assertThat(listed.entries.getLast().problems())
        .extracting("code")
        .contains("zip.overlap", "limit.overlap");
  }

  @Test
  void findsAnArchiveInABlob() throws IOException {
    byte[] inner = archive(Map.of("inside", text(10)));
    Files.write(directory.resolve("inner.zip"), inner);
    Tool.run(directory, "zip", "-q", "-0", "out.zip", "inner.zip");
    byte[] archive = Files.readAllBytes(directory.resolve("out.zip"));
    byte[] blob = join(text(777), archive, text(999));
    assertThat(ZIP.extent(Bytes.of(blob), 777)).hasValue(archive.length);
    assertThat(ZIP.extent(Bytes.of(join("PK\3\4".getBytes(), text(500))), 0)).isEmpty();
  }

  @Test
  void survivesHostileInput() throws IOException {
    Hostile.survives(ZIP, zip("-9", "-y"));
    byte[] small = archive(Map.of("a", text(200), "b/c", text(300)));
    Hostile.survives(ZIP, small);
    Hostile.survives(new Jar(), small);
  }

  private byte[] zip(String... options) throws IOException {
    SampleTree.create(directory);
    Path written = elsewhere.resolve("x.zip");
    List<String> command = new ArrayList<>(List.of("zip", "-q", "-r"));
    command.addAll(List.of(options));
    command.addAll(List.of(written.toString(), "."));
    Tool.run(directory, command.toArray(String[]::new));
    return Files.readAllBytes(written);
  }

  private static String typeOf(Map<String, byte[]> members) throws IOException {
    return Formats.of(Bytes.of(archive(members))).orElseThrow().type();
  }

  private static byte[] archive(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream writer = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
        writer.putNextEntry(new ZipEntry(member.getKey()));
        writer.write(member.getValue());
        writer.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** An archive of one member whose directory lists it many times. */
  private static byte[] repeatedInDirectory(byte[] archive, int times) {
    int end = archive.length - 22;
    ByteBuffer fields = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int size = fields.getInt(end + 12);
    byte[] header = Arrays.copyOfRange(archive, end - size, end);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(archive, 0, end - size);
    for (int i = 0; i < times; i++) {
      out.writeBytes(header);
    }
    fields
        .putShort(end + 8, (short) times)
        .putShort(end + 10, (short) times)
        .putInt(end + 12, size * times);
    out.write(archive, end, 22);
    return out.toByteArray();
  }
}
