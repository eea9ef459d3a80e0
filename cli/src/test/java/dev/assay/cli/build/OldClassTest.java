package dev.assay.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.StackMapTableAttribute;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Class files of Java 5 become files that the JVM keeps in its AOT cache. */
class OldClassTest {
  @Test
  void aRenewedClassHasStackMapsAndVerifies() throws IOException {
    byte[] old = file(CommandLine.Help.Ansi.Text.class);

    byte[] renewed = OldClass.renewed(old);

    assertThat(OldClass.is(old)).isTrue();
    assertThat(OldClass.is(renewed)).isFalse();
    ClassFile files = ClassFile.of();
    assertThat(files.parse(old).methods()).noneMatch(OldClassTest::hasStackMaps);
    assertThat(files.parse(renewed).methods()).anyMatch(OldClassTest::hasStackMaps);
    assertThat(files.verify(renewed)).isEmpty();
  }

  @Test
  void aNewClassIsNotOld() throws IOException {
    assertThat(OldClass.is(file(OldClassTest.class))).isFalse();
    assertThat(OldClass.is(new byte[3])).isFalse();
  }

  private static boolean hasStackMaps(MethodModel method) {
    return method
        .findAttribute(Attributes.code())
        .flatMap(code -> code.findAttribute(Attributes.stackMapTable()))
        .map(StackMapTableAttribute::entries)
        .filter(entries -> !entries.isEmpty())
        .isPresent();
  }

  private static byte[] file(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
