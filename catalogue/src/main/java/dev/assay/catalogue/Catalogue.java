package dev.assay.catalogue;

import dev.assay.catalogue.identity.Measurements;
import dev.assay.catalogue.packed.PackedReader;
import dev.assay.catalogue.packed.PackedWriter;
import dev.assay.catalogue.source.Definition;
import dev.assay.catalogue.source.Profile;
import dev.assay.catalogue.source.Sources;
import dev.assay.model.CaseIdentity;
import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import dev.assay.model.coverage.Coverage;
import dev.assay.model.requirement.Standard;
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
  private final byte[] packed;
  private final List<CompiledCase> cases;
  private final List<PlannedTest> planned;
  private final Map<String, CaseIdentity> identities = new HashMap<>();
  private final Map<String, CompiledCase> byId = new HashMap<>();
  private final Map<String, List<CompiledCase>> byKind = new HashMap<>();

  private Catalogue(PackedReader.Contents contents, byte[] packed) {
    this.profile = contents.profile();
    this.title = contents.title();
    this.packed = packed;
    this.cases = List.copyOf(contents.cases());
    this.planned = List.copyOf(contents.planned());
    contents.identities().forEach(each -> identities.put(each.test(), each));
    for (CompiledCase each : cases) {
      byId.put(each.id(), each);
      byKind.computeIfAbsent(each.meta().component(), kind -> new ArrayList<>()).add(each);
    }
  }

  /** Names of the profiles that come with Assay. */
  public static List<String> profiles() {
    return ProfileIndex.packed().names();
  }

  /**
   * The catalogue that comes with Assay for a profile such as {@code linux-device}; empty where
   * there is no such profile.
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
    return new Catalogue(PackedReader.read(packed), packed);
  }

  /** The catalogue of a profile from the definitions of its files. */
  public static Catalogue of(Profile profile, Collection<Definition> definitions) {
    return read(pack(profile, definitions, Measurements.none()));
  }

  /**
   * The catalogue of a profile in catalogue files. Where they have no profiles at all, all their
   * cases are the profile.
   *
   * @return empty where there is no such profile
   */
  public static Optional<Catalogue> of(Sources sources, String profile) {
    if (sources.profiles().isEmpty()) {
      List<String> stems = sources.definitions().stream().map(Definition::stem).distinct().toList();
      return Optional.of(
          of(new Profile(profile, profile, stems, List.of()), sources.definitions()));
    }
    return sources.profiles().stream()
        .filter(each -> each.name().equals(profile))
        .findFirst()
        .map(each -> of(each, sources.definitions()));
  }

  /** The packed form; the same definitions and measurements give the same bytes. */
  public static byte[] pack(
      Profile profile, Collection<Definition> definitions, Measurements measurements) {
    List<Definition> chosen =
        definitions.stream()
            .filter(definition -> profile.stems().contains(definition.stem()))
            .sorted(Comparator.comparing(definition -> definition.meta().id()))
            .toList();
    List<TestCase> cases = chosen.stream().map(Definition::meta).toList();
    List<PlannedTest> planned =
        profile.planned().stream()
            .flatMap(standard -> Coverage.of(profile.name(), cases, standard).planned().stream())
            .toList();
    List<CaseIdentity> identities = chosen.stream().map(measurements::identify).toList();
    return PackedWriter.write(profile.name(), profile.title(), chosen, identities, planned);
  }

  /** What its cases check of a standard. */
  public Coverage coverage(Standard standard) {
    return Coverage.of(profile, cases.stream().map(CompiledCase::meta).toList(), standard);
  }

  /** Name of its profile. */
  public String profile() {
    return profile;
  }

  /** What the profile is for. */
  public String title() {
    return title;
  }

  /**
   * Hex SHA-256 of the packed catalogue. Computed when asked for: before the JIT knows SHA-256 it
   * takes longer than loading.
   */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** All cases, by id. */
  public List<CompiledCase> cases() {
    return cases;
  }

  /** What the profile's standards demand and the cases do not decide, in the standards' order. */
  public List<PlannedTest> planned() {
    return planned;
  }

  /** The cases for a kind of component, by id. */
  public List<CompiledCase> forKind(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** By what a case is known; empty where there is no such case. */
  public Optional<CaseIdentity> identity(String id) {
    return Optional.ofNullable(identities.get(id));
  }

  public Optional<CompiledCase> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
