package dev.assay.inspect.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.Cache;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.Inspectors;
import dev.assay.inspect.Readers;
import dev.assay.inspect.Tree;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.inspect.ssh.SshServerInspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import dev.assay.model.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailingReadersTest {
  private static final String BAD = "this content brings a reader down";
  private static final String NAME = FailingReadersTest.class.getName();

  @TempDir Path folder;

  record NoFacts(boolean any) {}

  /** A reader of contents that fails at one of them. */
  private record OfContents(Supplier<Throwable> fault) implements ContentInspector<NoFacts> {
    @Override
    public Class<NoFacts> facts() {
      return NoFacts.class;
    }

    @Override
    public int revision() {
      return 1;
    }

    @Override
    public boolean wants(String type, Bytes content, Set<String> markers) {
      return content.has(0, BAD);
    }

    @Override
    public Optional<NoFacts> inspect(Bytes content) {
      throw thrown(fault.get());
    }
  }

  /** A reader of SSH servers that fails in every root. */
  private record OfRoots(Supplier<Throwable> fault) implements Inspector {
    @Override
    public List<Kind<?>> kinds() {
      return new SshServerInspector().kinds();
    }

    @Override
    public List<String> reads() {
      return List.of();
    }

    @Override
    public void inspect(Root root, Findings findings) {
      throw thrown(fault.get());
    }
  }

  private static RuntimeException thrown(Throwable fault) {
    if (fault instanceof Error error) {
      throw error;
    }
    return (RuntimeException) fault;
  }

  static List<Supplier<Throwable>> faults() {
    return List.of(
        () -> new IllegalStateException("at " + new Object()),
        () -> new ArrayIndexOutOfBoundsException(7),
        StackOverflowError::new);
  }

  private static Readers withContents(Supplier<Throwable> fault, Faults faults) {
    List<ContentInspector<?>> all = new ArrayList<>(Inspectors.ofContent());
    all.add(new OfContents(fault));
    return new Readers(all, Inspectors.ofRoots(), faults);
  }

  private static Readers withRoots(Supplier<Throwable> fault, Faults faults) {
    List<Inspector> all =
        new ArrayList<>(
            Inspectors.ofRoots().stream()
                .filter(each -> !(each instanceof SshServerInspector))
                .toList());
    all.add(new OfRoots(fault));
    return new Readers(Inspectors.ofContent(), all, faults);
  }

  private static Inspection inspected(Readers readers, int threads, Optional<Cache> cache) {
    Tree tree =
        Tree.ofASystem()
            .file("etc/passwd", "root::0:0:root:/root:/bin/sh\n")
            .file("etc/ssh/sshd_config", "PermitRootLogin yes\n")
            .file("opt/a.bin", BAD)
            .file("opt/copy.bin", BAD);
    return Inspection.of(
        List.of(new Source.InMemory("fw", Bytes.of(tree.cpio()))),
        readers,
        Limits.DEFAULT,
        threads,
        Progress.SILENT,
        cache);
  }

  private static Map<String, List<Problem>> faults(Inspection inspection) {
    return inspection.artifacts().stream()
        .filter(artifact -> artifact.problems().stream().anyMatch(Problem::isFault))
        .collect(Collectors.toMap(each -> each.path(), each -> each.problems()));
  }

  private static List<String> ids(Inspection inspection) {
    return inspection.components().stream().map(Described::component).map(Component::id).toList();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void costAContentAndNothingElse(Supplier<Throwable> fault) {
    Inspection whole = inspected(Readers.all(Faults.END), 2, Optional.empty());
    Inspection inspection = inspected(withContents(fault, Faults.REPORT), 2, Optional.empty());

    assertThat(faults(inspection)).containsOnlyKeys("fw!/opt/a.bin", "fw!/opt/copy.bin");
    String message =
        "a fault of Assay, not of the product: "
            + NAME
            + " ended with "
            + fault.get().getClass().getSimpleName()
            + "; what it was to tell is not known; please report it";
    assertThat(faults(inspection).get("fw!/opt/a.bin"))
        .containsExactly(new Problem("assay.fault", -1, message));
    assertThat(ids(inspection))
        .containsAll(ids(whole))
        .contains("opaque:fw!/opt/a.bin", "opaque:fw!/opt/copy.bin");
    Described opaque =
        inspection.components().stream()
            .filter(each -> each.component().id().equals("opaque:fw!/opt/a.bin"))
            .findFirst()
            .orElseThrow();
    assertThat(opaque.unknown()).containsEntry("reason", message).containsEntry("share", message);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void costTheKindsOfARootAndNothingElse(Supplier<Throwable> fault) {
    Inspection whole = inspected(Readers.all(Faults.END), 2, Optional.empty());
    Inspection inspection = inspected(withRoots(fault, Faults.REPORT), 2, Optional.empty());

    assertThat(faults(inspection)).containsOnlyKeys("fw");
    String stands = "ssh-server:fw#" + NAME + "$OfRoots";
    assertThat(ids(inspection))
        .containsExactlyInAnyOrderElementsOf(
            ids(whole).stream()
                .map(id -> id.startsWith("ssh-server:") ? stands : id)
                .distinct()
                .toList());
    Described unexamined =
        inspection.components().stream()
            .filter(each -> each.component().id().equals(stands))
            .findFirst()
            .orElseThrow();
    assertThat(Unexamined.is(unexamined)).isTrue();
    assertThat(unexamined.unknown())
        .hasSize(unexamined.facts().getClass().getRecordComponents().length)
        .allSatisfy((fact, why) -> assertThat(why).contains(NAME, "a fault of Assay"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void costTheSameWhateverTheNumberOfThreads(Supplier<Throwable> fault) {
    for (Readers readers :
        List.of(withContents(fault, Faults.REPORT), withRoots(fault, Faults.REPORT))) {
      assertThat(inspected(readers, 4, Optional.empty()))
          .isEqualTo(inspected(readers, 1, Optional.empty()));
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void areThrownOnToTestsAndTheBuild(Supplier<Throwable> fault) {
    Class<?> thrown = fault.get().getClass();
    assertThatThrownBy(() -> inspected(withContents(fault, Faults.END), 2, Optional.empty()))
        .isInstanceOf(thrown);
    assertThatThrownBy(() -> inspected(withRoots(fault, Faults.END), 2, Optional.empty()))
        .isInstanceOf(thrown);
  }

  @Test
  void areNotMetWhereMemoryGivesOut() {
    Supplier<Throwable> full = () -> new OutOfMemoryError("forged");
    assertThatThrownBy(() -> inspected(withContents(full, Faults.REPORT), 2, Optional.empty()))
        .isInstanceOf(OutOfMemoryError.class);
    assertThatThrownBy(() -> inspected(withRoots(full, Faults.REPORT), 2, Optional.empty()))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void areForgottenWhenTheReaderIsMended() {
    Supplier<Throwable> fault = IllegalStateException::new;
    Optional<Cache> cache = Optional.of(new Cache(folder, Instant.parse("2100-01-01T00:00:00Z")));
    boolean[] broken = {true};
    Supplier<Throwable> mended =
        () -> broken[0] ? fault.get() : new Malformed("x.refused", 0, "refused");
    Readers readers = withContents(mended, Faults.REPORT);
    assertThat(faults(inspected(readers, 2, cache))).isNotEmpty();
    broken[0] = false;
    Inspection after = inspected(readers, 2, cache);
    assertThat(faults(after)).isEmpty();
    assertThat(after).isEqualTo(inspected(readers, 2, Optional.empty()));
  }

  @Test
  void leaveTheReasonOfWhatSeveralInspectorsWorkOutToEachOfThem() {
    Root root = new Root("fw", List.of());
    Root.Derived<String> derived =
        new Root.Derived<>(
            any -> {
              throw new OutOfMemoryError("forged");
            });
    assertThatThrownBy(() -> derived.of(root)).isInstanceOf(OutOfMemoryError.class);
    assertThatThrownBy(() -> derived.of(root)).isInstanceOf(OutOfMemoryError.class);
  }

  static List<Kind<?>> kinds() {
    return Inspectors.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindCanStandForWhatWasNotFound(Kind<?> kind) {
    Described unexamined = Unexamined.of(kind, "fw", "reader", "why");
    assertThat(unexamined.facts()).isInstanceOf(kind.facts());
    assertThat(unexamined.unknown()).hasSize(kind.facts().getRecordComponents().length);
    assertThat(unexamined.component().id()).isEqualTo(kind.name() + ":fw#reader");
  }
}
