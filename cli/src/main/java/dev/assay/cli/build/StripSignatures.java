package dev.assay.cli.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signatures out of signed libraries of the distribution. The JVM keeps no class of a
 * signed JAR in its AOT cache and reads a digest for each of thousands of members before it loads
 * the first; Maven has checked what it downloaded.
 */
final class StripSignatures {
  private StripSignatures() {}

  /**
   * @param args the folder with the JARs
   */
  public static void main(String... args) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      for (Path jar : jars) {
        if (isSigned(jar)) {
          strip(jar);
        }
      }
    }
  }

  private static boolean isSigned(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      return file.stream().anyMatch(StripSignatures::isSignature);
    }
  }

  private static boolean isSignature(ZipEntry entry) {
    return entry.getName().toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  private static void strip(Path jar) throws IOException {
    Path draft = Files.createTempFile(jar.getParent(), "stripped", ".tmp");
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
      manifest.write(to);
      return;
    }
    try (InputStream in = file.getInputStream(entry)) {
      in.transferTo(to);
    }
  }
}
