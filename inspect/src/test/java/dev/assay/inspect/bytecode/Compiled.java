package dev.assay.inspect.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ModuleDesc;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the compiler of the JDK makes of a source: its own class files. */
final class Compiled {
  private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

  private Compiled() {}

  /**
   * Class files by path.
   *
   * @param type name of the class with its package, which the source declares
   */
  static Map<String, byte[]> classes(String type, String source) {
    Compiled compiled = new Compiled();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  null,
                  compiled.new Kept(files),
                  null,
                  List.of("-proc:none", "-nowarn", "-g:source,lines"),
                  null,
                  List.of(new Text(type, source)))
              .call();
      assertThat(done).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> found = new TreeMap<>();
    compiled.classes.forEach(
        (name, bytes) -> found.put(name.replace('.', '/') + ".class", bytes.toByteArray()));
    return found;
  }

  /** A descriptor that declares a module. */
  static byte[] module(String name) {
    return ClassFile.of().buildModule(ModuleAttribute.of(ModuleDesc.of(name), module -> {}));
  }

  /** An archive of them; a main class for an application, none for a library. */
  static byte[] jar(String mainClass, Map<String, byte[]> classes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      String main = mainClass.isEmpty() ? "" : "Main-Class: " + mainClass + "\r\n";
      jar.write(("Manifest-Version: 1.0\r\n" + main + "\r\n").getBytes("UTF-8"));
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        jar.putNextEntry(new ZipEntry(each.getKey()));
        jar.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String type, String source) {
      super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return source;
    }
  }

  private final class Kept extends ForwardingJavaFileManager<JavaFileManager> {
    Kept(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      classes.put(type, bytes);
      return new SimpleJavaFileObject(URI.create("mem:///" + type), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }
}
