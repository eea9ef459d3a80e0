package dev.assay.inspect.android.library;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.axml.Element;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.android.Manifest;
import dev.assay.inspect.android.code.KnownLibraries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the manifest of an Android library, and whose classes it holds. */
public final class LibraryReader implements ContentInspector<LibraryFacts> {
  private static final String MANIFEST = "AndroidManifest.xml";
  private static final String CLASSES = "classes.jar";
  private static final int MAX_ARCHIVES = 50;
  private static final int MAX_CLASSES = 200_000;
  private static final Pattern NATIVE = Pattern.compile("jni/([A-Za-z0-9_-]{1,40})/[^/]+\\.so");
  private static final Pattern ARCHIVE = Pattern.compile("classes\\.jar|libs/[^/]+\\.jar");

  @Override
  public Class<LibraryFacts> facts() {
    return LibraryFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return ApkDirectory.is(content, this::isLibrary);
  }

  private boolean isLibrary(ApkDirectory file) {
    return file.members().containsKey(MANIFEST) && file.members().containsKey(CLASSES);
  }

  @Override
  public Optional<LibraryFacts> inspect(Bytes content) {
    return ApkDirectory.of(content).filter(this::isLibrary).map(LibraryReader::read);
  }

  private static LibraryFacts read(ApkDirectory file) {
    Element root = manifest(file);
    Manifest manifest = new Manifest(root);
    Set<String> classes = classes(file);
    KnownLibraries known = KnownLibraries.of(classes);
    return new LibraryFacts(
        manifest.packageName(),
        manifest.minSdk(),
        manifest.permissions(),
        manifest.exported(),
        manifest.components().stream()
            .filter(part -> part.name().equals("provider"))
            .map(Manifest::name)
            .toList(),
        manifest.allowsCleartext(),
        manifest.isDebuggable(),
        manifest.metaData(),
        manifest.queries(),
        known.ids(),
        known.kinds(),
        classes.size(),
        abis(file));
  }

  private static Element manifest(ApkDirectory file) {
    try {
      return TextManifest.read(file.open(MANIFEST).orElseThrow());
    } catch (Malformed broken) {
      throw new Malformed(file.inside(MANIFEST, broken.problem()));
    }
  }

  /** Names of the classes in all archives of the library: {@code com.example.Sdk}. */
  private static Set<String> classes(ApkDirectory file) {
    Set<String> names = new TreeSet<>();
    List<String> archives =
        file.members().keySet().stream()
            .filter(member -> ARCHIVE.matcher(member).matches())
            .toList();
    if (archives.size() > MAX_ARCHIVES) {
      throw new Malformed("aar.archives", 0, archives.size() + "; at most " + MAX_ARCHIVES);
    }
    archives.forEach(
        member -> {
          try {
            file.open(member)
                .flatMap(ApkDirectory::of)
                .ifPresent(archive -> classes(archive, names));
          } catch (Malformed broken) {
            throw new Malformed(file.inside(member, broken.problem()));
          }
        });
    return names;
  }

  private static void classes(ApkDirectory archive, Set<String> into) {
    for (String member : archive.members().keySet()) {
      if (member.endsWith(".class")) {
        if (into.size() == MAX_CLASSES) {
          throw new Malformed("aar.classes", 0, "more than " + MAX_CLASSES);
        }
        into.add(member.substring(0, member.length() - ".class".length()).replace('/', '.'));
      }
    }
  }

  private static List<String> abis(ApkDirectory file) {
    Set<String> abis = new TreeSet<>();
    for (String member : file.members().keySet()) {
      Matcher matcher = NATIVE.matcher(member);
      if (matcher.matches()) {
        abis.add(matcher.group(1));
      }
    }
    return List.copyOf(abis);
  }
}
