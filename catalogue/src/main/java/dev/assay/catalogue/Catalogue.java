package dev.assay.catalogue;

import dev.assay.catalogue.packed.PackedReader;
import dev.assay.catalogue.packed.PackedWriter;
import dev.assay.catalogue.source.Definition;
import dev.assay.catalogue.source.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The test cases of one profile. */
public final class Catalogue {
  private final String profile;
  private final String title;
  private final String digest;
  private final List<CompiledCase> cases;
  private final Map<String, CompiledCase> byId = new HashMap<>();
  private final Map<String, List<CompiledCase>> byKind = new HashMap<>();

  private Catalogue(String profile, String title, String digest, List<CompiledCase> cases) {
    this.profile = profile;
    this.title = title;
    this.digest = digest;
    this.cases = List.copyOf(cases);
    for (CompiledCase each : this.cases) {
      byId.put(each.id(), each);
      byKind.computeIfAbsent(each.meta().component(), kind -> new ArrayList<>()).add(each);
    }
  }

  /**
   * The catalogue that comes with Assay for a profile such as {@code linux-device}; empty where there is no such profile.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static Optional<Catalogue> load(String profile) {
    if (!profile.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    try (InputStream in = Catalogue.class.getResourceAsStream("packed/" + profile + ".catalogue")) {
      return in == null ? Optional.empty() : Optional.of(read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A packed catalogue; its digest is the SHA-256 of these bytes.
   *
   * @throws IllegalArgumentException if they are none
   */
  public static Catalogue read(byte[] packed) {
    PackedReader.Contents contents = PackedReader.read(packed);
    return new Catalogue(contents.profile(), contents.title(), sha256(packed), contents.cases());
  }

  /** The catalogue of a profile from the definitions of its files. */
  public static Catalogue of(Profile profile, Collection<Definition> definitions) {
    return read(pack(profile, definitions));
  }

  /** The packed form; the same definitions give the same bytes. */
  public static byte[] pack(Profile profile, Collection<Definition> definitions) {
    List<Definition> chosen =
        definitions.stream()
            .filter(definition -> profile.stems().contains(definition.stem()))
            .sorted(Comparator.comparing(definition -> definition.meta().id()))
            .toList();
    return PackedWriter.write(profile.name(), profile.title(), chosen);
  }

  /** Name of its profile. */
  public String profile() {
    return profile;
  }

  /** What the profile is for. */
  public String title() {
    return title;
  }

  /** Hex SHA-256 of the packed catalogue. */
  public String digest() {
    return digest;
  }

  /** All cases, by id. */
  public List<CompiledCase> cases() {
    return cases;
  }

  /** The cases for a kind of component, by id. */
  public List<CompiledCase> forKind(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  public Optional<CompiledCase> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
