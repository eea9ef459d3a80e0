package dev.assay.catalogue.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jf.dexlib2.Opcodes;
import org.jf.dexlib2.dexbacked.DexBackedDexFile;
import org.jf.dexlib2.iface.ClassDef;
import org.jf.dexlib2.iface.Method;
import org.jf.dexlib2.iface.instruction.Instruction;
import org.jf.dexlib2.iface.instruction.ReferenceInstruction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AndroidForgeTest {
  @TempDir Path directory;

  @Test
  void writesCodeThatDexlib2Reads() throws IOException {
    byte[] apk =
        new AndroidForge()
            .make(
                Map.of(
                    "code",
                    Map.of(
                        "calls",
                        List.of(
                            "static javax.crypto.Cipher.getInstance(AES/ECB/PKCS5Padding)",
                            "android.location.LocationManager.requestLocationUpdates:Ljava/lang/String;JFLandroid/location/LocationListener;",
                            "android.provider.CallLog.CONTENT_URI"),
                        "strings",
                        List.of("https://control.test/"),
                        "libraries",
                        List.of("com.appsflyer"))));
    DexBackedDexFile dex = new DexBackedDexFile(Opcodes.getDefault(), member(apk, "classes.dex"));
    List<String> references = new ArrayList<>();
    for (ClassDef each : dex.getClasses()) {
      for (Method method : each.getMethods()) {
        for (Instruction instruction : method.getImplementation().getInstructions()) {
          if (instruction instanceof ReferenceInstruction reference) {
            references.add(reference.getReference().toString());
          }
        }
      }
    }
    assertThat(references)
        .contains(
            "AES/ECB/PKCS5Padding",
            "Ljavax/crypto/Cipher;->getInstance(Ljava/lang/String;)V",
            "Landroid/location/LocationManager;->requestLocationUpdates(Ljava/lang/String;JFLandroid/location/LocationListener;)V",
            "Landroid/provider/CallLog;->CONTENT_URI:Ljava/lang/Object;",
            "https://control.test/",
            "Lcom/appsflyer/Control;->work()V");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2", "v3", "v1 v2 v3"})
  void signsSoThatApksignerAccepts(String schemes) throws Exception {
    assertThat(
            verified(
                Map.of(
                    "minSdk",
                    schemes.equals("v3") ? 28 : 24,
                    // From level 30 on the system demands v2.
                    "targetSdk",
                    schemes.equals("v1") ? 29 : 35,
                    "schemes",
                    List.of(schemes.split(" "))),
                "apksigner",
                "verify"))
        .isZero();
  }

  @Test
  void writesAManifestThatAaptReads() throws Exception {
    assertThat(
            verified(
                Map.of("permissions", List.of("android.permission.CAMERA")),
                "aapt",
                "dump",
                "badging"))
        .isZero();
  }

  /** Exit status of a program of the Android tools; skipped where it is not installed. */
  private int verified(Map<String, Object> parameters, String... command) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0]))),
        command[0] + " is installed");
    Path apk = directory.resolve("control.apk");
    Files.write(apk, new AndroidForge().make(parameters));
    List<String> words = new ArrayList<>(List.of(command));
    words.add(apk.toString());
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("said").toFile())
        .start()
        .waitFor();
  }

  private static byte[] member(byte[] apk, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(apk))) {
      while (!zip.getNextEntry().getName().equals(name)) {
        // Not this one.
      }
      return zip.readAllBytes();
    }
  }
}
