package dev.assay.inspect.android.library;

import static dev.assay.inspect.Zipped.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.Tree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryReaderTest {
  private static final String MANIFEST =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="org.example.sdk">
        <uses-sdk android:minSdkVersion="21" android:targetSdkVersion="30"/>
        <uses-permission android:name="com.google.android.gms.permission.AD_ID"/>
        <uses-permission android:name="android.permission.INTERNET"/>
        <queries><package android:name="org.example.store"/></queries>
        <application android:usesCleartextTraffic="true">
          <meta-data android:name="org.example.KEY" android:value="${key}"/>
          <provider android:name="org.example.sdk.Start" android:authorities="${applicationId}.start"
              android:exported="false"/>
          <receiver android:name="org.example.sdk.Install" android:exported="true"/>
        </application>
      </manifest>
      """;

  private final LibraryReader reader = new LibraryReader();

  @Test
  void readsWhatIsMergedIntoApps() throws IOException {
    LibraryFacts facts = read(MANIFEST);
    assertThat(facts.packageName()).isEqualTo("org.example.sdk");
    assertThat(facts.minSdk()).isEqualTo(21);
    assertThat(facts.permissions())
        .containsExactly("android.permission.INTERNET", "com.google.android.gms.permission.AD_ID");
    assertThat(facts.queries()).containsExactly("org.example.store");
    assertThat(facts.cleartextTraffic()).isTrue();
    assertThat(facts.debuggable()).isFalse();
    assertThat(facts.starters()).containsExactly("org.example.sdk.Start");
    assertThat(facts.exported()).extracting("name").containsExactly("org.example.sdk.Install");
    assertThat(facts.metaData()).containsEntry("org.example.KEY", "${key}");
  }

  @Test
  void aLibraryHasAPackageUrl() throws IOException {
    byte[] bytes = library(MANIFEST).toArray(1 << 20);
    assertThat(
            Tree.ofASystem().file("opt/sdk.aar", bytes).only("android-library").component().purl())
        .matches("pkg:generic/sdk\\.aar\\?checksum=sha256:[0-9a-f]{64}");
  }

  @Test
  void tellsWhoseClassesAndForWhichProcessorsItIs() throws IOException {
    LibraryFacts facts = read(MANIFEST);
    assertThat(facts.sdks()).containsExactly("appsflyer");
    assertThat(facts.kinds()).containsExactly("attribution");
    assertThat(facts.classes()).isEqualTo(2);
    assertThat(facts.abis()).containsExactly("arm64-v8a", "x86");
  }

  @Test
  void leavesAnArchiveWhoseDirectoryCannotBeReadToTheReaderOfArchives() throws IOException {
    byte[] bytes = library(MANIFEST).toArray(1 << 20);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 10, -1);
    assertThat(reader.wants("application/zip", Bytes.of(bytes), Set.of())).isFalse();
  }

  @Test
  void saysWhereItsManifestIsNoXml() throws IOException {
    Bytes library = library(MANIFEST.replace("<queries>", "<queries"));
    assertThatThrownBy(() -> reader.inspect(library))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo("aar.manifest");
              assertThat(refused.problem().message()).startsWith("AndroidManifest.xml at 0x");
            });
  }

  @Test
  void followsNoEntities() throws IOException {
    String outside =
        "<!DOCTYPE m [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><manifest package=\"&e;\"/>";
    Bytes library = library(outside);
    try {
      assertThat(reader.inspect(library).orElseThrow().packageName()).isEmpty();
    } catch (Malformed refused) {
      assertThat(refused.problem().code()).isEqualTo("aar.manifest");
    }
  }

  @Test
  void refusesElementsInElementsWithoutEnd() throws IOException {
    Bytes library = library("<manifest>" + "<a>".repeat(5000));
    assertThatThrownBy(() -> reader.inspect(library)).hasMessageContaining("90 levels");
  }

  @Test
  void answersDamageWithMalformed() throws IOException {
    byte[] sample = library(MANIFEST).toArray(1 << 20);
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = sample.clone();
      for (int change = 0; change < 4; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        if (reader.wants("application/zip", Bytes.of(damaged), Set.of())) {
          reader.inspect(Bytes.of(damaged));
        }
      } catch (Malformed refused) {
        assertThat(refused.problem().code()).isNotEmpty();
      }
    }
  }

  private LibraryFacts read(String manifest) throws IOException {
    Bytes library = library(manifest);
    assertThat(reader.wants("application/zip", library, Set.of())).isTrue();
    return reader.inspect(library).orElseThrow();
  }

  private static Bytes library(String manifest) throws IOException {
    byte[] none = {};
    Map<String, byte[]> classes = new LinkedHashMap<>();
    classes.put("com/appsflyer/AppsFlyerLib.class", none);
    classes.put("org/example/sdk/Start.class", none);
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("AndroidManifest.xml", manifest.getBytes(StandardCharsets.UTF_8));
    members.put("classes.jar", zip(classes));
    for (String abi : List.of("x86", "arm64-v8a")) {
      members.put("jni/" + abi + "/libsdk.so", none);
    }
    return Bytes.of(zip(members));
  }
}
