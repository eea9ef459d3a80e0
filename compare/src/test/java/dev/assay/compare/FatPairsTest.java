package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FAT file systems that hold the same files, and what else they may hold. */
class FatPairsTest {
  private static final String TEXT = "x".repeat(3000);

  @TempDir Path dir;

  @BeforeEach
  void files() throws Exception {
    Files.writeString(dir.resolve("first.txt"), TEXT);
    Files.writeString(dir.resolve("a name that is long.conf"), "port=1\n");
  }

  private byte[] image(String options, String id, String... files) throws Exception {
    Files.deleteIfExists(dir.resolve("image"));
    Tool.needs("mcopy");
    // A FAT of 16 bits needs 4,085 clusters, one of 32 bits 65,525.
    int size = options.contains("32") ? 36_000 : options.contains("16") ? 3072 : 2048;
    Tool.run(dir, "sh", "-c", "mkfs.fat " + options + " -i " + id + " -C image " + size);
    Tool.run(dir, "mmd", "-i", "image", "::dir");
    for (String file : files) {
      Tool.run(dir, "mcopy", "-i", "image", file, "::dir");
    }
    return Files.readAllBytes(dir.resolve("image"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-F 12", "-F 16 -s 1", "-F 32 -s 1"})
  void whereFilesLieAndWhenTheyWereWrittenIsNoDifference(String options) throws Exception {
    byte[] left = image(options, "11111111", "first.txt", "a name that is long.conf");
    byte[] right = image(options, "22222222", "a name that is long.conf", "first.txt");
    int time = indexOf(right, "FIRST   TXT") + 22;
    right[time] ^= 1;
    Compared.bytes(left, right).isEquivalentExcept(Equivalence.LAYOUT, Equivalence.MTIME);
  }

  @Test
  void aFieldOfTheBootSectorIsNamed() throws Exception {
    byte[] left = image("-F 12", "11111111", "first.txt");
    byte[] right = Forged.with(left, 3, "MSDOS5.0");
    assertThat(Compared.bytes(left, right).isDifferent().aspects()).containsExactly("fat OEM name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-F 12", "-F 16 -s 1", "-F 32 -s 1"})
  void whatNoFileHoldsIsNoLayout(String options) throws Exception {
    byte[] plain = image(options, "11111111", "first.txt", "a name that is long.conf");
    int file = indexOf(plain, TEXT);
    Map<String, Integer> places = new TreeMap<>();
    places.put("fat boot program", 200);
    places.put("fat ends of clusters", file + TEXT.length() + 5);
    places.put("fat unused clusters", plain.length - 3000);
    places.put("fat entry of `dir/first.txt`", indexOf(plain, "FIRST   TXT") + 12);
    places.put("fat deleted entries of directories", indexOf(plain, "FIRST   TXT") + 32 * 5 + 3);
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      byte[] changed = plain.clone();
      changed[place.getValue()] ^= 0x20;
      assertThat(Compared.bytes(plain, changed).isDifferent().aspects()).contains(place.getKey());
    }
  }

  /** Every byte of the tables and of the directory. */
  @ParameterizedTest
  @ValueSource(strings = {"-F 12", "-F 16 -s 1", "-F 32 -s 1"})
  void anyByteIsNoticed(String options) throws Exception {
    byte[] plain = image(options, "11111111", "first.txt", "a name that is long.conf");
    int tables = indexOf(plain, TEXT) + TEXT.length();
    boolean small = plain.length < 4 << 20;
    int near = small ? 37 : tables / 40 | 1;
    int step = small ? plain.length / 200 | 1 : plain.length / 10 | 1;
    for (int at = 0; at < plain.length; at += at < tables ? near : step) {
      byte[] changed = plain.clone();
      changed[at] ^= 0x5A;
      Comparison found = Compared.bytes(plain, changed).comparison();
      boolean time = found.exceptions().contains(Equivalence.MTIME);
      boolean id = at >= 36 && at < 72 && !found.exceptions().isEmpty();
      assertThat(found.verdict() == Verdict.DIFFERENT || time || id)
          .as("byte %#x: %s", at, found)
          .isTrue();
    }
  }

  private static int indexOf(byte[] bytes, String latin1) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(latin1);
  }
}
