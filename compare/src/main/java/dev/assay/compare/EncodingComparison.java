package dev.assay.compare;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Format;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two contents of which at least one is encoded, decoded.
 *
 * @param path of the right one
 * @param depth containers they are in
 */
record EncodingComparison(Run run, String path, int depth) {
  private static final Set<String> COMPRESSIONS =
      Set.of(
          "application/gzip",
          "application/x-xz",
          "application/zstd",
          "application/x-bzip2",
          "application/x-lz4",
          "application/x-lzop",
          "application/x-lzip",
          "application/x-lzma",
          "application/zlib");

  List<Finding> of(Optional<Format> before, Bytes left, Optional<Format> after, Bytes right) {
    Encoding.Decoded a;
    Encoding.Decoded b;
    try {
      a = decoded(before, left);
      b = decoded(after, right);
    } catch (Malformed malformed) {
      return List.of(Run.damage(path, malformed.problem()));
    }
    List<Finding> findings =
        new ArrayList<>(new ContentComparison(run, path, depth + 1).of(a.bytes(), b.bytes()));
    Run.damage(path, a.problems(), b.problems()).ifPresent(findings::add);
    String type = type(before);
    String other = type(after);
    if (type.equals(other)) {
      Bytes one = left.slice(0, a.consumed());
      Bytes two = right.slice(0, b.consumed());
      if (!Same.bytes(one, two)) {
        Around.of(path, type, one, two, findings.isEmpty()).ifPresent(findings::add);
      }
    } else if (isCompression(before) && isCompression(after)) {
      findings.add(
          Finding.equivalent(
              path, List.of(Aspect.same(Equivalence.COMPRESSION, "compression", type, other))));
      hidden(before, left, after, right).ifPresent(findings::add);
    } else {
      findings.add(Finding.changed(path, List.of(Aspect.change("format", type, other))));
    }
    trailing(left.from(a.consumed()), right.from(b.consumed())).ifPresent(findings::add);
    return findings;
  }

  private Encoding.Decoded decoded(Optional<Format> format, Bytes bytes) {
    return format.orElse(null) instanceof Encoding encoding
        ? encoding.decode(bytes, run.opener().memory())
        : Encoding.Decoded.of(bytes, bytes.size());
  }

  private static String type(Optional<Format> format) {
    return format.map(Format::type).orElse("");
  }

  private static boolean isCompression(Optional<Format> format) {
    return !(format.orElse(null) instanceof Encoding) || COMPRESSIONS.contains(type(format));
  }

  /** What one compressed form holds besides its content, and the other cannot hold. */
  private Optional<Finding> hidden(
      Optional<Format> before, Bytes left, Optional<Format> after, Bytes right) {
    List<Aspect> changes = Envelope.across(kind(before), left, kind(after), right);
    return changes.isEmpty() ? Optional.empty() : Optional.of(Finding.changed(path, changes));
  }

  /** The type of a compressed form; empty of what is not compressed. */
  private static String kind(Optional<Format> format) {
    return format.orElse(null) instanceof Encoding encoding ? encoding.type() : "";
  }

  private Optional<Finding> trailing(Bytes left, Bytes right) {
    if (Same.bytes(left, right)) {
      return Optional.empty();
    }
    boolean zeros = Zeros.after(left, 0) == left.size() && Zeros.after(right, 0) == right.size();
    return Optional.of(
        zeros
            ? Finding.equivalent(
                path,
                List.of(
                    Aspect.same(
                        Equivalence.PADDING,
                        "zeros behind the content",
                        left.size() + " bytes",
                        right.size() + " bytes")))
            : Finding.changed(path, Around.behind(left, right)));
  }
}
