package dev.assay.inspect.match;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A set of signatures, ready to be looked for. Immutable; safe for use by several threads. */
public final class Signatures {
  /** Id of the hit that says a content held more than is recorded. */
  public static final String LIMIT = "limit.signatures";

  /**
   * Of a hit that says that so many places look like a signature that no more were tried: its
   * excerpt is the signature's id.
   */
  public static final String UNTRIED = "limit.tries";

  /** Confirmed matches of one signature recorded for one content. */
  static final int MAX_HITS = 50;

  /**
   * Literals tried for one signature in one content; keeps a content made of literals from costing
   * more than its size.
   */
  static final int MAX_TRIES = 100_000;

  static final int BEFORE = 160;

  /** Characters that a word and the space behind it have at least. */
  private static final int WORD = 3;

  static final int AFTER = 640;

  private static final int CHUNK = 1 << 20;
  private static final int TEXT_HEAD = 4096;

  private final List<Signature> signatures;
  private final List<String> markers;
  private final Map<String, Signature> byId;
  private final int chunk;

  /** Made when first needed: sets of signatures are put together from others. */
  private volatile @Nullable Index index;

  /**
   * What a pass over a content needs.
   *
   * @param confirmations by number of the literal
   * @param markers the markers that each literal is, which may differ in case; empty where it is
   *     none
   */
  private record Index(
      List<List<Confirmation>> confirmations,
      List<List<String>> markers,
      LiteralAutomaton automaton) {
    static Index of(List<Signature> signatures, List<String> markers) {
      Map<String, List<Confirmation>> literals = new LinkedHashMap<>();
      for (Signature signature : signatures) {
        literals
            .computeIfAbsent(signature.literal().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
            .add(new Confirmation(signature));
      }
      Map<String, List<String>> folded = new HashMap<>();
      for (String marker : markers) {
        folded
            .computeIfAbsent(marker.toLowerCase(Locale.ROOT), k -> new ArrayList<>(1))
            .add(marker);
        literals.putIfAbsent(marker.toLowerCase(Locale.ROOT), List.of());
      }
      return new Index(
          List.copyOf(literals.values()),
          literals.keySet().stream()
              .map(literal -> folded.getOrDefault(literal, List.of()))
              .toList(),
          LiteralAutomaton.of(
              literals.keySet().stream()
                  .map(l -> l.getBytes(StandardCharsets.ISO_8859_1))
                  .toList()));
    }
  }

  private Signatures(List<Signature> signatures, List<String> markers, int chunk) {
    Map<String, Signature> ids = new HashMap<>();
    signatures.forEach(signature -> ids.put(signature.id(), signature));
    this.signatures = List.copyOf(signatures);
    this.markers = List.copyOf(markers);
    this.byId = Map.copyOf(ids);
    this.chunk = chunk;
  }

  private Index index() {
    Index made = index;
    if (made != null) {
      return made;
    }
    synchronized (this) {
      Index mine = index == null ? Index.of(signatures, markers) : index;
      index = mine;
      return mine;
    }
  }

  /** The signatures Assay comes with. */
  public static Signatures standard() {
    return Standard.SIGNATURES;
  }

  static Signatures of(List<Signature> signatures) {
    return new Signatures(signatures, List.of(), CHUNK);
  }

  /** The same signatures, read in other portions: the result must not depend on them. */
  Signatures withChunk(int bytes) {
    return new Signatures(signatures, markers, bytes);
  }

  /** These and further signatures, found in one pass. */
  public Signatures and(List<Signature> further) {
    List<Signature> all = new ArrayList<>(signatures);
    all.addAll(further);
    return new Signatures(all, markers, chunk);
  }

  /**
   * The same signatures, found in one pass with further literals.
   *
   * @param wanted plain ASCII, three characters or more
   */
  public Signatures with(List<String> wanted) {
    return new Signatures(signatures, wanted, chunk);
  }

  /** These, with what a pass over a content needs already made. */
  public Signatures ready() {
    index();
    return this;
  }

  /** All signatures, in the order of the table. */
  public List<Signature> all() {
    return signatures;
  }

  /** The signature of that id. */
  public Optional<Signature> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * What matches and is confirmed, in order of offset, then id. At most {@value #MAX_HITS} of each
   * signature; where there are more, a last hit of id {@link #LIMIT} says so.
   */
  public List<Hit> find(Bytes content) {
    return look(content).hits();
  }

  /** As {@link #find}, with the markers that occur. */
  public Found look(Bytes content) {
    Index ready = index();
    LiteralAutomaton automaton = ready.automaton();
    Search search = new Search(content, ready);
    int overlap = automaton.longest() - 1;
    Candidates candidates = new Candidates();
    content.pass(
        chunk,
        overlap,
        (at, block) -> {
          int from = block.arrayOffset();
          int until = from + Math.min(chunk, block.size());
          automaton.scan(block.array(), from, until, from + block.size(), candidates);
          candidates.sort();
          for (int i = 0; i < candidates.size(); i++) {
            search.confirm(at + candidates.position(i) - from, candidates.literal(i));
          }
          candidates.clear();
        });
    return new Found(search.hits(), search.marked);
  }

  /** One content being searched. */
  private final class Search {
    private final Bytes content;
    private final Index ready;
    private final boolean text;
    private final Map<String, Integer> tries = new HashMap<>();
    private final Map<String, Integer> found = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> marked = new HashSet<>();
    private final List<Hit> hits = new ArrayList<>();
    private final Map<String, Long> untried = new TreeMap<>();
    private long limited = -1;
    private @Nullable CommentBlocks comments;

    Search(Bytes content, Index ready) {
      this.content = content;
      this.ready = ready;
      this.text = isText(content);
    }

    void confirm(long position, int literal) {
      List<String> markers = ready.markers().get(literal);
      if (!markers.isEmpty()) {
        marked.addAll(markers);
      }
      if (ready.confirmations().get(literal).isEmpty()) {
        return;
      }
      String window = "";
      int before = (int) Math.min(BEFORE, position);
      int length = ready.automaton().length(literal);
      Block block = content.blockUpTo(position - before, before + length + AFTER);
      for (Confirmation confirmation : ready.confirmations().get(literal)) {
        Signature signature = confirmation.signature();
        if (!lookedAt(signature.medium())
            || !confirmation.mayFollow(block, before + length)
            || isUsedUp(signature, position)) {
          continue;
        }
        if (window.isEmpty()) {
          window = block.latin1(0, block.size());
        }
        if (signature.anyCase() || window.startsWith(signature.literal(), before)) {
          match(confirmation, window, before, position);
        }
      }
    }

    private boolean lookedAt(Signature.Medium medium) {
      return switch (medium) {
        case ANY -> true;
        case TEXT -> text;
        case BINARY -> !text;
      };
    }

    private boolean isUsedUp(Signature signature, long position) {
      boolean tried = tries.merge(signature.id(), 1, Integer::sum) <= MAX_TRIES;
      if (!tried && found.getOrDefault(signature.id(), 0) < MAX_HITS) {
        untried.putIfAbsent(signature.id(), position);
      }
      if (tried && found.getOrDefault(signature.id(), 0) < MAX_HITS) {
        return false;
      }
      limited = limited < 0 ? position : limited;
      return true;
    }

    private void match(Confirmation confirmation, String window, int literalAt, long position) {
      confirmation
          .match(window, literalAt)
          .ifPresent(
              matcher -> accept(confirmation.signature(), window, matcher, position - literalAt));
    }

    private void accept(Signature signature, String window, Matcher matcher, long windowAt) {
      int group = group(signature, matcher);
      String secret = matcher.group(group);
      int start = matcher.start(group);
      String line = window.substring(window.lastIndexOf('\n', Math.max(0, start - 1)) + 1, start);
      double entropy = Entropy.of(secret);
      if (entropy < signature.minEntropy()
          || !signature.filter().accepts(secret, line)
          || !signature.filter().acceptsComments() && isComment(windowAt + start)) {
        return;
      }
      if (seen.add(signature.id() + "@" + (windowAt + start))) {
        found.merge(signature.id(), 1, Integer::sum);
        hits.add(
            hit(signature, secret, windowAt + start, line, entropy, isAmidText(window, start)));
      }
    }

    private boolean isComment(long offset) {
      if (!text) {
        return false;
      }
      CommentBlocks blocks = comments == null ? CommentBlocks.of(content) : comments;
      comments = blocks;
      return blocks.hold(offset);
    }

    /** One or two characters may be the end of a number. */
    private static boolean isAmidText(String window, int start) {
      return start >= WORD
          && window.substring(start - WORD, start).chars().allMatch(Search::isWritten);
    }

    private static boolean isWritten(int c) {
      return c >= ' ' && c < 0x7F || c == '\t' || c == '\n' || c == '\r';
    }

    private static int group(Signature signature, Matcher matcher) {
      for (int group = signature.group(); group <= matcher.groupCount(); group++) {
        if (matcher.start(group) >= 0) {
          return group;
        }
      }
      return 0;
    }

    List<Hit> hits() {
      hits.sort(Comparator.comparingLong(Hit::offset).thenComparing(Hit::signature));
      if (limited >= 0) {
        hits.add(new Hit(LIMIT, limited, "more matches follow; not recorded", "", 0, 0, false));
      }
      untried.forEach((id, from) -> hits.add(new Hit(UNTRIED, from, id, "", 0, 0, false)));
      return Collections.unmodifiableList(hits);
    }
  }

  private static Hit hit(
      Signature signature,
      String secret,
      long offset,
      String line,
      double entropy,
      boolean amidText) {
    byte[] raw = secret.getBytes(StandardCharsets.ISO_8859_1);
    if (signature.category().equals(Signature.PRODUCT)) {
      return new Hit(signature.id(), offset, secret, "", raw.length, entropy, amidText);
    }
    String shown = signature.secret() ? Masked.text(secret) : secret;
    return new Hit(
        signature.id(),
        offset,
        Masked.printable(line) + shown,
        Digests.sha256(Bytes.of(raw)),
        raw.length,
        entropy,
        amidText);
  }

  /** Text has no NUL near its start; UTF-16 is not read as text. */
  private static boolean isText(Bytes content) {
    Block head = content.head(TEXT_HEAD);
    for (int i = 0; i < head.size(); i++) {
      if (head.u8(i) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Read when first asked for. */
  private static final class Standard {
    static final Signatures SIGNATURES = of(SignatureTable.read());
  }
}
