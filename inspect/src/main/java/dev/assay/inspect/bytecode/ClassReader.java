package dev.assay.inspect.bytecode;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.ContentInspector;
import java.lang.classfile.ClassFile;
import java.util.Optional;
import java.util.Set;

/** Reads class files. */
public final class ClassReader implements ContentInspector<ClassContent> {
  static final String TYPE = "application/java-vm";

  /** Larger ones are read by nobody, in bytes: no compiler's output comes near. */
  private static final int LARGEST = 8 << 20;

  @Override
  public Class<ClassContent> facts() {
    return ClassContent.class;
  }

  @Override
  public int revision() {
    return 3;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals(TYPE);
  }

  @Override
  public Optional<ClassContent> inspect(Bytes content) {
    if (content.size() > LARGEST) {
      throw new Malformed("class.too-large", 0, "class file of more than " + LARGEST + " bytes");
    }
    try {
      return Optional.of(new Reading(ClassFile.of().parse(content.toArray(LARGEST))).content());
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | ClassCastException e) {
      // The last one where an attribute stands at what cannot have it.
      throw new Malformed("class.damaged", 0, "is no whole class file");
    }
  }
}
