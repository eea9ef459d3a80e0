package dev.assay.inspect.firmware;

import dev.assay.inspect.Draft;
import dev.assay.inspect.FactsInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.Problem;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One component for each firmware image that is not part of another: what is inside is protected by
 * what is around it. Files of a system are not images of the product.
 */
public final class FirmwareImageInspector extends FactsInspector<FirmwareImageContent> {
  public static final Kind<FirmwareImageFacts> KIND =
      Kind.of("firmware-image", FirmwareImageFacts.class, "Firmware image");

  private static final Pattern PAYLOAD = Pattern.compile("(data/[0-9]+)/(.+)");
  private static final List<String> PACKED = List.of(".tar.gz", ".tar.xz", ".tar.zst", ".tar");

  private static final List<String> BESIDE =
      List.of(".sig", ".asc", ".sign", ".p7s", ".p7", ".cms", ".minisig");

  public FirmwareImageInspector() {
    super(FirmwareImageContent.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  protected void describe(Root root, Node node, FirmwareImageContent content, Findings findings) {
    boolean inside =
        root.around(node).stream()
            .anyMatch(outer -> outer.facts(FirmwareImageContent.class).isPresent());
    if (root.isSystem() || inside) {
      return;
    }
    ImageFormat.of(node)
        .ifPresent(format -> new Image(root, node, content, format).describe(findings));
  }

  /** An image and where it lies. */
  private record Image(Root root, Node node, FirmwareImageContent content, ImageFormat format) {
    void describe(Findings findings) {
      List<Node> members = members();
      Draft draft =
          findings
              .component(KIND, node.path(), node.name())
              .artifact(node)
              .signs(
                  RiskSigns.UNKNOWN
                      .withExposure(RiskSigns.Exposure.NONE, "read while a device is updated")
                      .withSurface(node.size(), 1, "one image")
                      .withMemoryUnsafe(false, "data")
                      .withParsesInput(false, "data")
                      .withPrivilege(RiskSigns.Privilege.FULL, "holds what the device will run"));
      Stream.of("format", "checks", "algorithms", "everyConfiguration", "encrypted", "publishedKey")
          .forEach(fact -> draft.seen(fact, node.whole(format.name())));
      List<String> mismatches = mismatches(members, draft);
      boolean tree = format.signature() instanceof ImageFormat.Signature.Tree;
      String signature = signature(members, draft);
      List<ImageFormat.Key> keys = publishedKeys(members);
      draft.facts(
          new FirmwareImageFacts(
              format.name(),
              tree ? content.hashes() : checks(),
              mismatches,
              !signature.isEmpty(),
              signature,
              content.algorithms(),
              !tree || content.configurationsSigned(),
              !keys.isEmpty(),
              keys.stream().anyMatch(key -> !isTold(members, key.otherwise()))));
    }

    private List<String> checks() {
      String listed = content.digests().isEmpty() ? "" : "SHA-256";
      return Stream.of(format.check(), listed).filter(check -> !check.isEmpty()).toList();
    }

    /** The image and what is in it. */
    private List<Node> members() {
      List<Node> members = new ArrayList<>(List.of(node));
      members.addAll(root.within(node));
      return members;
    }

    /** Those of the formats of the image and what is in it. */
    private static List<ImageFormat.Key> publishedKeys(List<Node> members) {
      return members.stream()
          .flatMap(member -> ImageFormat.of(member).stream())
          .map(ImageFormat::key)
          .filter(ImageFormat.Key::published)
          .toList();
    }

    private List<String> mismatches(List<Node> members, Draft draft) {
      List<String> mismatches = new ArrayList<>();
      for (Node member : members) {
        for (Problem problem : member.problems()) {
          if (format.mismatches().contains(problem.code())) {
            mismatches.add(member.path());
            draft.seen("mismatches", evidence(member, problem));
          }
        }
      }
      Optional<String> unchecked =
          unchecked().map(Problem::message).or(() -> unlisted(mismatches, draft));
      if (mismatches.isEmpty()) {
        draft.seen("mismatches", node.whole("all that is checked fits"));
        unchecked.ifPresent(why -> draft.unknown("mismatches", why));
      }
      return mismatches.stream().distinct().toList();
    }

    /** Adds members that are not what the bundle lists; tells if one is not there. */
    private Optional<String> unlisted(List<String> mismatches, Draft draft) {
      List<String> missing = new ArrayList<>();
      for (String name : content.digests().keySet()) {
        Optional<Node> member = listed(name);
        if (member.isEmpty()) {
          missing.add(name);
        } else if (!member.get().sha256().equals(content.digests().get(name))) {
          mismatches.add(member.get().path());
          draft.seen("mismatches", member.get().whole("not the SHA-256 that the bundle lists"));
        }
      }
      return missing.stream().findFirst().map(name -> name + " is listed and was not read");
    }

    /** What a bundle lists under a name; Mender's {@code data/0000/a} is in 0000.tar.gz. */
    private Optional<Node> listed(String name) {
      Matcher payload = PAYLOAD.matcher(name);
      Stream<String> packed =
          payload.matches()
              ? PACKED.stream().map(end -> payload.group(1) + end + "!/" + payload.group(2))
              : Stream.empty();
      return Stream.concat(Stream.of(name), packed)
          .flatMap(path -> root.node(node.inRoot() + "!/" + path).stream())
          .filter(Node::isFile)
          .findFirst();
    }

    /** What kept the reader from checking the image, if something did. */
    private Optional<Problem> unchecked() {
      return node.problems().stream()
          .filter(problem -> !content.bundle().isEmpty() || format.isOfReader(problem.code()))
          .filter(problem -> !format.tells(problem.code()))
          .findFirst();
    }

    private static Evidence evidence(Node member, Problem problem) {
      return problem.offset() < 0
          ? member.whole(problem.message())
          : member.at(problem.offset(), problem.message());
    }

    /** Where a signature is; empty where there is none. */
    private String signature(List<Node> members, Draft draft) {
      boolean inFormat =
          switch (format.signature()) {
            case ImageFormat.Signature.None none -> false;
            case ImageFormat.Signature.Always always -> true;
            case ImageFormat.Signature.Unless unless -> !isTold(members, unless.problem());
            case ImageFormat.Signature.Member wanted ->
                root.node(node.inRoot() + "!/" + wanted.name()).isPresent();
            case ImageFormat.Signature.Tree tree ->
                content.imagesSigned() || content.configurationsSigned();
            case ImageFormat.Signature.Unread unread -> false;
          };
      Optional<Node> beside = beside();
      String where =
          inFormat
              ? "format"
              : content.appended() ? "appended" : beside.isPresent() ? "beside" : "";
      draft.seen("signed", beside.orElse(node).whole(excerpt(where)));
      Optional<String> doubt = where.isEmpty() ? doubt() : Optional.empty();
      doubt.ifPresent(why -> draft.unknown("signed", why).unknown("signature", why));
      return where;
    }

    /** Why there may be a signature where none was found. */
    private Optional<String> doubt() {
      return format.signature() instanceof ImageFormat.Signature.Unread
          ? Optional.of("a signature of " + format.name() + " is not read")
          : unchecked().map(Problem::message);
    }

    private String excerpt(String where) {
      return switch (where) {
        case "format" -> format.name() + " with a signature";
        case "appended" -> format.name() + ", a signature appended";
        case "beside" -> "signature of " + node.name();
        default -> format.name() + " without a signature";
      };
    }

    private Optional<Node> beside() {
      return BESIDE.stream()
          .flatMap(suffix -> root.node(node.inRoot() + suffix).stream())
          .findFirst();
    }

    private static boolean isTold(List<Node> members, String code) {
      return members.stream()
          .anyMatch(
              member -> member.problems().stream().anyMatch(each -> each.code().equals(code)));
    }
  }
}
