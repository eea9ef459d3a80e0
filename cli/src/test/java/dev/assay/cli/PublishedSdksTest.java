package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.formats.Bytes;
import dev.assay.inspect.android.code.AndroidCodeFacts;
import dev.assay.inspect.android.code.AndroidCodeReader;
import dev.assay.inspect.android.library.LibraryFacts;
import dev.assay.inspect.android.library.LibraryReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries are recognised as their makers publish them, not only as the forge imitates them. */
class PublishedSdksTest {
  private static final ClassDesc MAIN = ClassDesc.of("test.control.Main");
  private static final ClassDesc ACTIVITY = ClassDesc.of("android.app.Activity");
  private static final int MOST_CALLS = 40;

  @TempDir static Path directory;

  private static PublishedSdks sdks;
  private static final Map<String, byte[]> ARCHIVES = new LinkedHashMap<>();

  @BeforeAll
  static void fetch() throws Exception {
    sdks = PublishedSdks.fetchedInto(directory);
    for (var each : PublishedSdks.all().entrySet()) {
      byte[] library = Files.readAllBytes(sdks.file(each.getValue(), "aar"));
      ARCHIVES.put(each.getKey(), member(library, "classes.jar"));
    }
  }

  @Test
  void areToldByTheirClasses() throws IOException {
    LibraryReader reader = new LibraryReader();
    for (var each : PublishedSdks.all().entrySet()) {
      Bytes library = Bytes.of(Files.readAllBytes(sdks.file(each.getValue(), "aar")));
      LibraryFacts facts = reader.inspect(library).orElseThrow();
      assertThat(facts.packageName()).as(each.getValue()).isNotEmpty();
      assertThat(facts.sdks()).as(each.getValue()).contains(each.getKey());
    }
  }

  /** What a person reads in the manifest of AppsFlyer's library. */
  @Test
  void bringTheirPermissionsAlong() throws IOException {
    Path library = sdks.file(PublishedSdks.all().get("appsflyer"), "aar");
    LibraryFacts facts =
        new LibraryReader().inspect(Bytes.of(Files.readAllBytes(library))).orElseThrow();
    assertThat(facts.packageName()).isEqualTo("com.appsflyer");
    assertThat(facts.permissions())
        .contains("android.permission.INTERNET", "com.google.android.gms.permission.AD_ID");
  }

  /** One app takes all of them in; an activity calls what they offer, or nothing of it. */
  @Test
  void areFoundAtWorkInAnAppThatCallsThemAndInNoOther() throws Exception {
    List<Path> archives = new ArrayList<>();
    for (var each : ARCHIVES.entrySet()) {
      archives.add(Files.write(directory.resolve(each.getKey() + ".jar"), each.getValue()));
    }
    Path main = Files.write(directory.resolve("main.jar"), main(ARCHIVES.values()));
    Path idle = Files.write(directory.resolve("idle.jar"), main(List.of()));
    archives.add(main);
    assertThat(libraries(archives)).containsAll(PublishedSdks.all().keySet());
    archives.set(archives.size() - 1, idle);
    assertThat(libraries(archives)).doesNotContainAnyElementsOf(PublishedSdks.all().keySet());
  }

  private static Iterable<String> libraries(List<Path> archives) throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    byte[] forged =
        new AndroidForge()
            .make(
                Map.of(
                    "components",
                    List.of(Map.of("type", "activity", "name", "test.control.Main"))));
    members.put("AndroidManifest.xml", member(forged, "AndroidManifest.xml"));
    for (Path each : sdks.compiled(archives)) {
      members.put(each.getFileName().toString(), Files.readAllBytes(each));
    }
    AndroidCodeFacts facts =
        new AndroidCodeReader().inspect(Bytes.of(Zipped.zip(members))).orElseThrow();
    return facts.libraries().keySet();
  }

  /** An archive with an activity that calls the static methods of archives' public classes. */
  private static byte[] main(Iterable<byte[]> archives) throws IOException {
    List<MethodModel> called = new ArrayList<>();
    for (byte[] archive : archives) {
      int before = called.size();
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
        for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
          if (next.getName().endsWith(".class") && called.size() < before + MOST_CALLS) {
            offered(ClassFile.of().parse(in.readAllBytes()), called);
          }
        }
      }
    }
    byte[] code =
        ClassFile.of()
            .build(
                MAIN,
                main ->
                    main.withSuperclass(ACTIVITY)
                        .withMethodBody(
                            "onCreate",
                            MethodTypeDesc.of(
                                ConstantDescs.CD_void, ClassDesc.of("android.os.Bundle")),
                            ClassFile.ACC_PUBLIC,
                            body -> {
                              called.forEach(each -> call(body, each));
                              body.return_();
                            }));
    return Zipped.zip(Map.of("test/control/Main.class", code));
  }

  private static void offered(ClassModel model, List<MethodModel> called) {
    if (model.flags().has(AccessFlag.PUBLIC)) {
      model.methods().stream()
          .filter(each -> each.flags().has(AccessFlag.PUBLIC))
          .filter(each -> each.flags().has(AccessFlag.STATIC))
          .filter(each -> !each.methodName().stringValue().startsWith("<"))
          .limit(4)
          .forEach(called::add);
    }
  }

  /** With zeros and nulls for arguments. */
  private static void call(CodeBuilder body, MethodModel method) {
    MethodTypeDesc type = method.methodTypeSymbol();
    for (ClassDesc parameter : type.parameterList()) {
      switch (parameter.descriptorString()) {
        case "J" -> body.lconst_0();
        case "F" -> body.fconst_0();
        case "D" -> body.dconst_0();
        case "I", "Z", "B", "S", "C" -> body.iconst_0();
        default -> body.aconst_null();
      }
    }
    ClassModel owner = method.parent().orElseThrow();
    body.invokestatic(
        owner.thisClass().asSymbol(),
        method.methodName().stringValue(),
        type,
        owner.flags().has(AccessFlag.INTERFACE));
    switch (type.returnType().descriptorString()) {
      case "V" -> {}
      case "J", "D" -> body.pop2();
      default -> body.pop();
    }
  }

  private static byte[] member(byte[] archive, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
        if (next.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new AssertionError(name + " is missing");
  }
}
