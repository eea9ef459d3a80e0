package dev.assay.formats.cfb;

import static dev.assay.formats.cfb.ForgedCompound.LAST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Tool;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompoundFileTest {
  private static final CompoundFile FORMAT = new CompoundFile();
  private static final int NONE = -1;

  @TempDir Path directory;

  @Test
  void readsWhatLibgsfWrites() throws IOException {
    byte[] large = new byte[300_000];
    new Random(1).nextBytes(large);
    Files.write(directory.resolve("large"), large);
    Files.writeString(directory.resolve("small"), "a few");
    Files.createDirectories(directory.resolve("folder/empty"));
    for (int i = 0; i < 40; i++) {
      Files.writeString(directory.resolve("folder/file" + i), "number " + i);
    }
    Tool.run(directory, "gsf", "createole", "x.ole", "large", "small", "folder");
    byte[] file = Files.readAllBytes(directory.resolve("x.ole"));
    Listed listed = Listed.of(FORMAT, Bytes.of(file));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.bytes("large")).isEqualTo(large);
    assertThat(listed.text("small")).isEqualTo("a few");
    for (int i = 0; i < 40; i++) {
      assertThat(listed.text("folder/file" + i)).isEqualTo("number " + i);
    }
    assertThat(Formats.of(Bytes.of(file))).containsInstanceOf(CompoundFile.class);
    assertThat(FORMAT.extent(Bytes.of(file)).orElseThrow()).isBetween(300_000L, (long) file.length);
    Hostile.survives(FORMAT, file);
  }

  @Test
  void namesTheStreamsOfAnInstaller() throws IOException {
    Files.writeString(directory.resolve("a.txt"), "installed");
    Files.writeString(
        directory.resolve("a.wxs"),
        """
        <Wix xmlns='http://schemas.microsoft.com/wix/2006/wi'>
         <Product Name='Foo' Id='ABCDDCBA-86C7-4D14-AEC0-86416A69ABDE' Language='1033' Version='1.0.0'
           UpgradeCode='ABCDDCBA-7349-453F-94F6-BCB5110BA4FD' Manufacturer='Acme' Codepage='1252'>
          <Package Id='*' Description='d' Manufacturer='Acme' InstallerVersion='100' Languages='1033'
            Compressed='yes' SummaryCodepage='1252'/>
          <Media Id='1' Cabinet='Sample.cab' EmbedCab='yes' DiskPrompt='x'/>
          <Directory Id='TARGETDIR' Name='SourceDir'><Directory Id='INSTALLDIR' Name='Acme'>
           <Component Id='Main' Guid='ABCDDCBA-83F1-4F22-985B-FDB3C8ABD471'>
            <File Id='A' Name='a.txt' DiskId='1' Source='a.txt' KeyPath='yes'/>
           </Component>
          </Directory></Directory>
          <Feature Id='Complete' Level='1'><ComponentRef Id='Main'/></Feature>
         </Product>
        </Wix>
        """);
    Tool.run(directory, "wixl", "-o", "a.msi", "a.wxs");
    Listed listed = Listed.of(FORMAT, Bytes.of(Files.readAllBytes(directory.resolve("a.msi"))));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths())
        .contains("!_StringData", "!_Tables", "Sample.cab", "[5]SummaryInformation");
    assertThat(listed.bytes("Sample.cab")).startsWith('M', 'S', 'C', 'F');
  }

  private static ForgedCompound root(int child) {
    return new ForgedCompound(10).entry("Root Entry", 5, NONE, NONE, child, 3, 512);
  }

  private static Listed read(ForgedCompound forged) {
    return Listed.of(FORMAT, Bytes.of(forged.done()));
  }

  @Test
  void followsChainsOfSectorsAndPieces() {
    ForgedCompound forged =
        root(1)
            .entry("large", 2, 2, NONE, NONE, 6, 4096)
            .entry("small", 2, NONE, 3, NONE, 5, 100)
            .entry("empty", 2, NONE, NONE, NONE, LAST, 0)
            .chainPieces(5, 1);
    for (int i = 6; i < 13; i++) {
      forged.chain(i, i + 1);
    }
    forged.chain(12, 4).chain(4, LAST);
    Listed listed = read(forged);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("large"))
        .startsWith("c".repeat(512) + "d")
        .endsWith("ia" + "a".repeat(511));
    assertThat(listed.text("small")).isEqualTo("F".repeat(64) + "B".repeat(36));
    assertThat(listed.text("empty")).isEmpty();
    assertThat(FORMAT.extent(Bytes.of(forged.done()))).isEqualTo(OptionalLong.of(15 * 512));
  }

  @Test
  void keepsTheStartOfAStreamWhoseChainBreaks() {
    ForgedCompound forged =
        root(1).entry("large", 2, NONE, NONE, NONE, 6, 4096).chain(6, 7).chain(7, 500);
    Listed listed = read(forged);
    assertThat(listed.entry("large").problems())
        .containsExactly(
            new Problem(
                "cfb.chain",
                -1,
                "leads to 500, which is not there after 1024 of 4096 bytes; the start is kept"));
    assertThat(listed.text("large")).isEqualTo("c".repeat(512) + "d".repeat(512));
  }

  @Test
  void givesNoSectorToTwoStreams() {
    ForgedCompound forged =
        root(1)
            .entry("one", 2, NONE, 2, NONE, 6, 4096)
            .entry("two", 2, NONE, NONE, NONE, 6, 4096)
            .chain(6, 6);
    Listed listed = read(forged);
    assertThat(listed.bytes("one")).hasSize(512);
    assertThat(listed.bytes("two")).isEmpty();
    assertThat(listed.entries).allMatch(entry -> !entry.problems().isEmpty());
  }

  @Test
  void endsWhereEntriesNameEachOther() {
    Listed listed = read(root(1).entry("a", 1, 1, 2, 1, 0, 0).entry("b", 1, 1, 1, 9, 0, 0));
    assertThat(listed.paths()).containsExactly("a", "b");
    assertThat(listed.problems).extracting(Problem::code).containsOnly("cfb.directory");
  }

  @Test
  void refusesADirectoryWithoutARoot() {
    byte[] file = new ForgedCompound(1).entry("a", 2, NONE, NONE, NONE, 4, 0).done();
    assertThat(Listed.of(FORMAT, Bytes.of(file)).problems)
        .extracting(Problem::code)
        .containsExactly("cfb.root");
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, root(1).entry("a", 2, NONE, NONE, NONE, 6, 4096).chain(6, 7).done());
  }
}
