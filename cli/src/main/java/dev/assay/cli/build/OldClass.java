package dev.assay.cli.build;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;

/**
 * A class file of Java 5 or older (major version below 50, JVMS §4.1), whose code carries no stack
 * maps (JVMS §4.7.4).
 */
final class OldClass {
  private OldClass() {}

  static boolean is(byte[] classFile) {
    return classFile.length > 8
        && ((classFile[6] & 0xff) << 8 | classFile[7] & 0xff) < ClassFile.JAVA_6_VERSION;
  }

  /**
   * The same class as a file of Java 8 with stack maps; the file as it was where that needs a class
   * that is not there, such as one of an optional library.
   */
  static byte[] renewed(byte[] classFile) {
    ClassFile files =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(OldClass.class.getClassLoader())
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    ClassTransform newer =
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(ClassTransform.endHandler(b -> b.withVersion(ClassFile.JAVA_8_VERSION, 0)));
    try {
      return files.transformClass(files.parse(classFile), newer);
    } catch (IllegalArgumentException missing) {
      return classFile;
    }
  }
}
