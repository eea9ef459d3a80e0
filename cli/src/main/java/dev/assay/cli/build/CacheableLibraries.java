package dev.assay.cli.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites those libraries of the distribution whose classes the JVM would not keep in its AOT
 * cache: it keeps none of a signed JAR, of which it also reads a digest for each of thousands of
 * members before it loads the first, and none of Java 5 and older. Nor may a JAR be sealed: its
 * classes from the cache and those from the JAR no longer go together when the distribution has
 * been moved. Maven has checked what it downloaded.
 */
final class CacheableLibraries {
  private CacheableLibraries() {}

  /**
   * @param args the folder with the JARs
   */
  public static void main(String... args) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      all.forEach(jars::add);
    }
    for (Path jar : jars) {
      if (isRefused(jar)) {
        rewrite(jar);
      }
    }
  }

  private static boolean isRefused(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (isSignature(entry) || isClass(entry) && OldClass.is(bytes(file, entry))) {
          return true;
        }
      }
      return isSealed(file.getManifest());
    }
  }

  private static boolean isSealed(@Nullable Manifest manifest) {
    return manifest != null
        && "true".equalsIgnoreCase(manifest.getMainAttributes().getValue(Attributes.Name.SEALED));
  }

  private static boolean isSignature(ZipEntry entry) {
    return entry.getName().toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static void rewrite(Path jar) throws IOException {
    Path draft = Files.createTempFile(jar.getParent(), "cacheable", ".tmp");
    try (JarFile file = new JarFile(jar.toFile(), false);
        OutputStream out = Files.newOutputStream(draft);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (isSignature(entry)) {
          continue;
        }
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        zip.putNextEntry(copy);
        copy(file, entry, zip);
        zip.closeEntry();
      }
    }
    Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(JarFile file, ZipEntry entry, OutputStream to) throws IOException {
    if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().putAll(file.getManifest().getMainAttributes());
      manifest.getMainAttributes().remove(Attributes.Name.SEALED);
      manifest.write(to);
      return;
    }
    byte[] bytes = bytes(file, entry);
    to.write(isClass(entry) && OldClass.is(bytes) ? OldClass.renewed(bytes) : bytes);
  }

  private static byte[] bytes(JarFile file, ZipEntry entry) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
