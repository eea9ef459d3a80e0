package dev.assay.inspect.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.RiskSigns.Exposure;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JavaCodeInspectorTest {
  private static final String IMPORTS =
      """
      package com.acme.phone;
      import java.net.*;
      import javax.crypto.*;
      import javax.crypto.spec.*;
      import javax.net.ssl.*;
      public class Main {
      """;

  private static Map<String, byte[]> classes(String body) {
    return Compiled.classes("com.acme.phone.Main", IMPORTS + body + "}\n");
  }

  private static Described application(String body) {
    return Tree.ofASystem()
        .file("opt/app/app.jar", Compiled.jar("com.acme.phone.Main", classes(body)))
        .only("java-code");
  }

  private static JavaCodeFacts facts(Described found) {
    return (JavaCodeFacts) found.facts();
  }

  @Test
  void anArchiveIsAComponentWithWhatItsClassesDo() {
    Described found =
        application(
            """
            public static void main(String[] a) throws Exception {
              try (var s = new ServerSocket(80)) {
                s.accept().getInputStream().read();
              }
            }
            """);
    assertThat(found.component().name()).isEqualTo("app.jar");
    assertThat(facts(found).path()).isEqualTo("opt/app/app.jar");
    assertThat(facts(found).library()).isFalse();
    assertThat(facts(found).classes()).isEqualTo(1);
    assertThat(facts(found).release()).isEqualTo(Runtime.version().feature());
    assertThat(facts(found).listens()).containsExactly("ServerSocket");
    assertThat(facts(found).parses()).containsExactly("a stream");
    assertThat(found.evidence())
        .filteredOn(each -> each.fact().equals("listens[0]"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.evidence().artifact())
                  .endsWith("opt/app/app.jar!/com/acme/phone/Main.class");
              assertThat(each.evidence().excerpt())
                  .isEqualTo("main (Main.java:8): new java.net.ServerSocket(80)");
            });
    assertThat(found.signs().exposure().orElseThrow().value()).isEqualTo(Exposure.LISTENS);
  }

  /** That nothing filters is shown where it would have to. */
  @Test
  void whereObjectsAreReadUnfilteredIsTheProofThatNothingFilters() {
    Described found =
        application(
            """
            static Object a(java.io.InputStream in) throws Exception {
              return new java.io.ObjectInputStream(in).readObject();
            }
            """);
    assertThat(facts(found).filtersObjects()).isEmpty();
    assertThat(found.evidence())
        .filteredOn(each -> each.fact().equals("filtersObjects"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.evidence().excerpt())
                    .startsWith("a (Main.java:8): new java.io.ObjectInputStream"));
  }

  @Test
  void aClassWithoutAPackageIsReadAsAnyOther() {
    Map<String, byte[]> classes =
        Compiled.classes(
            "Main",
            """
            public class Main {
              public static void main(String[] a) throws Exception {
                new java.net.ServerSocket(80);
              }
            }
            """);
    Tree tree = Tree.ofASystem().file("opt/app/app.jar", Compiled.jar("Main", classes));
    JavaCodeFacts facts = facts(tree.only("java-code"));
    assertThat(facts.listens()).containsExactly("ServerSocket");
    assertThat(facts.library()).isFalse();
    assertThat(tree.all("opaque")).isEmpty();
  }

  /** A descriptor has no package either, and is no class. */
  @Test
  void whatDeclaresAModuleIsNoClass() {
    Map<String, byte[]> all = new TreeMap<>(classes(""));
    all.put("META-INF/versions/9/module-info.class", Compiled.module("com.acme.phone"));
    Tree tree = Tree.ofASystem().file("opt/app/app.jar", Compiled.jar("com.acme.phone.Main", all));
    Described found = tree.only("java-code");
    assertThat(facts(found).classes()).isEqualTo(1);
    assertThat(found.unknown()).isEmpty();
    assertThat(tree.all("opaque")).isEmpty();
  }

  /** Each verifier is a place of its own. */
  @Test
  void manyPlacesOfOneKindLeaveRoomForOthers() {
    Described found =
        application(
            "static void verifiers() {"
                + "HttpsURLConnection.setDefaultHostnameVerifier((a, b) -> true);\n".repeat(600)
                + "} static void z() throws Exception { Cipher.getInstance(\"DES\"); }");
    assertThat(facts(found).acceptsAnyName()).isNotEmpty();
    assertThat(facts(found).brokenCiphers()).isNotEmpty();
  }

  @Test
  void whatChecksNothingIsFound() {
    Described found =
        application(
            """
            static class Any implements X509TrustManager {
              public void checkClientTrusted(java.security.cert.X509Certificate[] c, String t) {}
              public void checkServerTrusted(java.security.cert.X509Certificate[] c, String t) {}
              public java.security.cert.X509Certificate[] getAcceptedIssuers() { return null; }
            }
            static class Some implements X509TrustManager {
              public void checkClientTrusted(java.security.cert.X509Certificate[] c, String t) {}
              public void checkServerTrusted(java.security.cert.X509Certificate[] c, String t) {
                if (c.length == 0) { throw new IllegalStateException(t); }
              }
              public java.security.cert.X509Certificate[] getAcceptedIssuers() { return null; }
            }
            static void a(HttpsURLConnection c) {
              c.setHostnameVerifier((name, session) -> true);
              c.setHostnameVerifier((name, session) -> name.equals("b"));
            }
            """);
    assertThat(facts(found).trustsAnyone()).containsExactly("com.acme.phone.Main$Any");
    assertThat(facts(found).acceptsAnyName()).containsExactly("com.acme.phone.Main");
  }

  @Test
  void constantsAreFollowedInAStraightLine() {
    Described found =
        application(
            """
            private static final byte[] KEY = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6};
            private static final byte[] FILLED = new byte[16];
            static { new java.security.SecureRandom().nextBytes(FILLED); }
            static Object a() { return new SecretKeySpec(KEY, "AES"); }
            static Object b() { return new SecretKeySpec(FILLED, "AES"); }
            static Object c() throws Exception {
              byte[] text = "0123456789abcdef".getBytes("UTF-8");
              return new SecretKeySpec(text, "AES");
            }
            static Object d(String s) { return new SecretKeySpec(s.getBytes(), "AES"); }
            static Object e(boolean x) {
              byte[] k = x ? "0123456789abcdef".getBytes() : null;
              return new SecretKeySpec(k, "AES");
            }
            static Object f() {
              byte[] iv = new byte[16];
              new java.security.SecureRandom().nextBytes(iv);
              return new IvParameterSpec(iv);
            }
            static Object g() { return new IvParameterSpec(new byte[16]); }
            """);
    assertThat(found.evidence())
        .filteredOn(each -> each.fact().startsWith("fixedKeys["))
        .extracting(each -> each.evidence().excerpt().split(" ", 2)[0])
        .containsExactly("a", "c");
    assertThat(found.evidence())
        .filteredOn(each -> each.fact().startsWith("fixedVectors["))
        .extracting(each -> each.evidence().excerpt().split(" ", 2)[0])
        .containsExactly("g");
  }

  @Test
  void aLongConstantCostsNoMoreThanItsBeginning() {
    String name = "PBEWith" + "DES".repeat(20_000) + "/\\n";
    Described found =
        application(
            "static Object a() throws Exception { return Cipher.getInstance(\"%s\"); }\n"
                    .formatted(name)
                + "static Object b() { return new SecretKeySpec(\"a\\nb\".getBytes(), \"AES\"); }\n");
    assertThat(facts(found).brokenCiphers()).containsExactly("a broken cipher");
    assertThat(facts(found).fixedKeys()).containsExactly("a key");
  }

  @Test
  void secretsAreNotShown() {
    Described found =
        application(
            """
            static Object a() { return new SecretKeySpec("my own secret 16".getBytes(), "AES"); }
            """);
    assertThat(found.evidence().toString()).doesNotContain("my own secret");
    assertThat(facts(found).fixedKeys()).containsExactly("a key");
  }

  @Test
  void onlyTheApplicationsOwnClassesAreJudged() {
    Map<String, byte[]> both = new TreeMap<>(classes("static int a() { return 1; }\n"));
    both.putAll(
        Compiled.classes(
            "org.lib.Old",
            """
            package org.lib;
            public class Old {
              static Object a() throws Exception {
                return javax.crypto.Cipher.getInstance("DES");
              }
            }
            """));
    Described found =
        Tree.ofASystem()
            .file("opt/app/app.jar", Compiled.jar("com.acme.phone.Main", both))
            .only("java-code");
    assertThat(facts(found).own()).isEqualTo(1);
    assertThat(facts(found).classes()).isEqualTo(2);
    assertThat(facts(found).brokenCiphers()).isEmpty();
    for (String place : List.of("usr/share/java", "srv/shop/WEB-INF/lib")) {
      Described library =
          Tree.ofASystem()
              .file(place + "/lib.jar", Compiled.jar("com.acme.phone.Main", both))
              .only("java-code");
      // Where libraries are, a main class is a tool beside.
      assertThat(facts(library).library()).isTrue();
      assertThat(facts(library).brokenCiphers()).containsExactly("a broken cipher");
    }
  }

  @Test
  void classesOfAWebApplicationAreItsOwn() {
    byte[] servlet =
        classes("static Object a() throws Exception { return Cipher.getInstance(\"AES\"); }\n")
            .get("com/acme/phone/Main.class");
    Described found =
        Tree.ofASystem()
            .file("srv/shop/WEB-INF/classes/com/acme/phone/Main.class", servlet)
            .only("java-code");
    assertThat(facts(found).path()).isEqualTo("srv/shop/WEB-INF/classes");
    assertThat(facts(found).library()).isFalse();
    assertThat(facts(found).codeBooks()).containsExactly("a block cipher without chaining");
    assertThat(found.component().purl()).contains("pkg:generic/classes");
  }

  @Test
  void archivesAreLinkedByTheirPackages() {
    Map<String, byte[]> user = classes("static Object a = javax.swing.JLabel.class;\n");
    Described found = Tree.ofASystem().file("opt/a.jar", Compiled.jar("", user)).only("java-code");
    assertThat(found.signs().provides()).contains("java:com/acme/phone", "path:/opt/a.jar");
    assertThat(found.signs().uses()).contains("java:javax/swing");
  }

  @Test
  void aDamagedClassIsAProblemAndTheOthersAreRead() {
    byte[] whole =
        classes("static int a() { return 1; }\n")
            .getOrDefault("com/acme/phone/Main.class", new byte[0]);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
    Tree tree =
        Tree.ofASystem()
            .file("srv/com/acme/phone/Main.class", whole)
            .file("srv/com/acme/phone/Cut.class", cut);
    Described found = tree.only("java-code");
    assertThat(facts(found).classes()).isEqualTo(1);
    assertThat(found.unknown())
        .containsEntry("fixedKeys", "srv/com/acme/phone/Cut.class could not be read");
    assertThat(tree.problems("srv/com/acme/phone/Cut.class"))
        .anyMatch(problem -> problem.startsWith("class.damaged"));
  }

  @Test
  void anAttributeWhereItCannotBeIsDamage() {
    byte[] whole = classes("static int a() { return 1; }\n").get("com/acme/phone/Main.class");
    int code = 0;
    for (PoolEntry entry : ClassFile.of().parse(whole).constantPool()) {
      code = entry instanceof Utf8Entry text && text.equalsString("Code") ? entry.index() : code;
    }
    // The last attribute is the class's SourceFile: its name, length and one number.
    ByteBuffer.wrap(whole).putShort(whole.length - 8, (short) code);
    Tree tree = Tree.ofASystem().file("srv/A.class", whole);
    assertThat(tree.problems("srv/A.class"))
        .anyMatch(problem -> problem.startsWith("class.damaged"));
  }

  @FuzzTest
  void anyClassIsSurvived(byte[] content) {
    for (Described found :
        Tree.ofASystem()
            .file("srv/A.class", content)
            .inspectedBy(new JavaCodeInspector())
            .components()) {
      assertThat(facts(found).classes()).isEqualTo(1);
    }
  }
}
