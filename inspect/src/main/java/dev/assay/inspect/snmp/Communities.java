package dev.assay.inspect.snmp;

import dev.assay.formats.Bytes;
import dev.assay.inspect.Draft;
import dev.assay.inspect.match.Masked;
import dev.assay.inspect.scan.Digests;
import dev.assay.inspect.snmp.SnmpAgentFacts.Community;
import dev.assay.model.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Community strings with what they give access to: the short directives, and com2sec with its
 * groups, access lines and views (Traditional Access Control and VACM Configuration in
 * snmpd.conf(5)).
 */
final class Communities {
  private static final Set<String> ANY =
      Set.of("", "default", "0.0.0.0/0", "0.0.0.0", "::/0", "::");

  private final List<Directive> directives;
  private final Views views;
  private final Draft draft;
  private final List<Community> found = new ArrayList<>();

  private Communities(List<Directive> directives, Draft draft) {
    this.directives = directives;
    this.views = new Views(directives);
    this.draft = draft;
  }

  static List<Community> of(List<Directive> directives, Draft draft) {
    Communities reader = new Communities(directives, draft);
    for (Directive directive : directives) {
      reader.read(directive);
    }
    return List.copyOf(reader.found);
  }

  private void read(Directive directive) {
    switch (directive.token()) {
      case "rocommunity", "rocommunity6" ->
          add(directive, 0, directive.argument(1), false, views.isWhole(directive, 2));
      case "rwcommunity", "rwcommunity6" ->
          add(directive, 0, directive.argument(1), true, views.isWhole(directive, 2));
      case "authcommunity" -> {
        String types = directive.argument(0);
        if (types.contains("read") || types.contains("write")) {
          boolean write = types.contains("write");
          add(directive, 1, directive.argument(2), write, views.isWhole(directive, 3));
        }
      }
      case "com2sec", "com2sec6" -> mapped(directive);
      default -> {
        // Other directives give no community access.
      }
    }
  }

  /** {@code com2sec [-Cn CONTEXT] SECNAME SOURCE COMMUNITY}. */
  private void mapped(Directive directive) {
    int first = directive.argument(0).equals("-Cn") ? 2 : 0;
    if (directive.arguments().size() < first + 3) {
      return;
    }
    Access access = new Access(directives, views, directive.argument(first), Set.of("v1", "v2c"));
    if (access.reads() || access.writes()) {
      add(directive, first + 2, directive.argument(first + 1), access.writes(), access.wholeTree());
    }
  }

  private void add(
      Directive directive, int secret, String source, boolean writable, boolean wholeTree) {
    String text = directive.argument(secret);
    // A source with `!` takes access away.
    if (text.isEmpty() || source.startsWith("!")) {
      return;
    }
    draft.seen("communities[" + found.size() + "]", directive.evidence());
    found.add(community(text, source, writable, wholeTree));
  }

  static Community community(String text, String source, boolean writable, boolean wholeTree) {
    return new Community(
        Digests.sha256(Bytes.of(text.getBytes(StandardCharsets.UTF_8))),
        text.length(),
        Masked.text(text),
        WellKnown.is(text),
        writable,
        !ANY.contains(source),
        source.matches("localhost6?|127\\..*|::1(/128)?|\\[::1]"),
        source.isEmpty() ? "default" : source,
        wholeTree);
  }

  /** Evidence on a whole file for a default that no line gives. */
  static void seenAll(Draft draft, List<Community> communities, Evidence evidence) {
    for (int i = 0; i < communities.size(); i++) {
      draft.seen("communities[" + i + "]", evidence);
    }
  }
}
