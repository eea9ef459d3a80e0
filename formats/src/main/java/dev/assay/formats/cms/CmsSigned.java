package dev.assay.formats.cms;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.parts.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads content that is signed, and the certificates beside it. */
public final class CmsSigned implements Container {
  private static final byte[] SIGNED_DATA = {
    6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2
  };
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int CONSTRUCTED_OCTETS = 0x24;
  private static final int TAGGED_0 = 0xA0;
  private static final int MAX_CERTIFICATES = 64;

  /** What is read of it; the content may be missing. */
  private record Parts(Element data, Optional<Element> content, Optional<Element> certificates) {
    static Parts of(Bytes bytes) {
      Element whole = Element.at(bytes, 0, bytes.size());
      Element type = whole.first(bytes);
      Element data = inside(bytes, next(bytes, whole, type));
      Element version = data.first(bytes);
      Element algorithms = next(bytes, data, version);
      Element encapsulated = next(bytes, data, algorithms);
      Optional<Element> content =
          encapsulated
              .after(bytes, encapsulated.first(bytes))
              .filter(tagged -> tagged.tag() == TAGGED_0)
              .map(tagged -> tagged.first(bytes));
      Optional<Element> certificates =
          data.after(bytes, encapsulated).filter(tagged -> tagged.tag() == TAGGED_0);
      return new Parts(data, content, certificates);
    }

    private static Element inside(Bytes bytes, Element tagged) {
      Element data = tagged.first(bytes);
      if (tagged.tag() != TAGGED_0 || data.tag() != SEQUENCE) {
        throw new Malformed("cms.element", tagged.at(), "no signed data");
      }
      return data;
    }

    private static Element next(Bytes bytes, Element parent, Element child) {
      return parent
          .after(bytes, child)
          .orElseThrow(() -> new Malformed("cms.element", child.at(), "is the last of its parent"));
    }
  }

  @Override
  public String type() {
    return "application/pkcs7-mime";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() < 2 || !content.has(0, (byte) SEQUENCE)) {
      return false;
    }
    long type = Element.at(content, 0, content.size()).start();
    return content.has(type, SIGNED_DATA) && Parts.of(content).content().isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Parts parts = Parts.of(content);
    Element octets =
        parts.content().orElseThrow(() -> new Malformed("cms.content", 0, "a detached signature"));
    listing.add(Entry.part("content", octets(content, octets)));
    listCertificates(content, listing);
  }

  /**
   * Whether that is signed data from its first byte to its last, its content within it or not.
   *
   * @throws Malformed if it is cut
   */
  public static boolean isAllOf(Bytes content) {
    Element whole = Element.at(content, 0, content.size());
    return whole.tag() == SEQUENCE
        && whole.end() == content.size()
        && content.has(whole.start(), SIGNED_DATA);
  }

  /** Whether the content that is signed is elsewhere. */
  public static boolean isDetached(Bytes signature) {
    return Parts.of(signature).content().isEmpty();
  }

  /** Lists the certificates of signed data. */
  public static void listCertificates(Bytes content, Listing listing) {
    Parts.of(content).certificates().ifPresent(set -> list(content, set, listing));
  }

  private static void list(Bytes content, Element certificates, Listing listing) {
    Optional<Element> next =
        certificates.start() < certificates.end()
            ? Optional.of(certificates.first(content))
            : Optional.empty();
    for (int i = 0; next.isPresent() && i < MAX_CERTIFICATES; i++) {
      Element each = next.get();
      if (each.tag() == SEQUENCE && !each.isOpen()) {
        Bytes der = content.slice(each.at(), each.end() - each.at());
        listing.add(Entry.part("certificate-" + i + ".cer", Content.of(der)));
      }
      next = certificates.after(content, each);
    }
  }

  /** The string; where it is in pieces, they are put together when it is opened. */
  private static Content octets(Bytes content, Element string) {
    if (string.tag() == OCTETS) {
      return Content.of(content.slice(string.start(), string.end() - string.start()));
    }
    if (string.tag() != CONSTRUCTED_OCTETS) {
      throw new Malformed("cms.content", string.at(), "the content is no OCTET STRING");
    }
    List<Bytes> pieces = new ArrayList<>();
    Optional<Element> next = Optional.of(string.first(content));
    while (next.isPresent()) {
      Element piece = next.get();
      if (piece.tag() != OCTETS || pieces.size() == Element.MOST_PIECES) {
        throw new Malformed("cms.content", piece.at(), "no OCTET STRING, or one too many");
      }
      pieces.add(content.slice(piece.start(), piece.end() - piece.start()));
      next = string.after(content, piece);
    }
    return new Pieces(pieces, pieces.stream().mapToLong(Bytes::size).sum());
  }

  private record Pieces(List<Bytes> pieces, long size) implements Content {
    @Override
    public Bytes open(Memory memory) {
      Sink sink = memory.sink(size, size);
      pieces.forEach(piece -> Sums.each(piece, sink::write));
      return sink.toBytes();
    }
  }
}
