package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads nginx's language: words, a semicolon ends a directive, braces enclose a block, {@code
 * include} is replaced by the directives of files (nginx.org, "Configuration file's structure").
 */
final class NginxReader {
  private static final int MAX_NESTING = 60;
  private static final String NESTED = "blocks nested deeper than " + MAX_NESTING;
  private static final int MAX_DIRECTIVES = 200_000;
  private static final int MAX_WORDS = 10_000;

  private final Includes includes;
  private int directives;

  private NginxReader(Includes includes) {
    this.includes = includes;
  }

  static List<Directive> read(SourceFile main, Includes includes) {
    List<Directive> found = new ArrayList<>();
    NginxReader reader = new NginxReader(includes);
    includes.main(main, file -> found.addAll(reader.block(new NginxWords(file), 0)));
    return found;
  }

  private List<Directive> block(NginxWords words, int nesting) {
    List<Directive> found = new ArrayList<>();
    while (true) {
      List<String> statement = new ArrayList<>();
      Optional<NginxWords.Word> word = words.next();
      SourceFile.Line line = words.line();
      while (word.isPresent() && !word.get().mark()) {
        if (statement.size() < MAX_WORDS) {
          statement.add(word.get().text());
        } else {
          includes.beyond("what follows " + MAX_WORDS + " words of a directive");
        }
        word = words.next();
      }
      if (word.isEmpty() || word.get().is('}')) {
        return found;
      }
      boolean opens = word.get().is('{');
      List<Directive> inside = List.of();
      if (opens && nesting >= MAX_NESTING) {
        includes.beyond(NESTED);
      }
      if (opens && (foreign(statement) || nesting >= MAX_NESTING)) {
        words.skipBlock();
      } else if (opens) {
        inside = block(words, nesting + 1);
      }
      if (!statement.isEmpty()) {
        take(statement, inside, Excerpts.at(words.file(), line), nesting, found);
      }
    }
  }

  private void take(
      List<String> statement,
      List<Directive> inside,
      Evidence where,
      int nesting,
      List<Directive> into) {
    if (++directives > MAX_DIRECTIVES) {
      includes.beyond("everything after " + MAX_DIRECTIVES + " directives");
      return;
    }
    String name = statement.get(0).toLowerCase(Locale.ROOT);
    if (!name.equals("include") || statement.size() < 2) {
      into.add(new Directive(name, statement.subList(1, statement.size()), inside, where));
    } else if (nesting >= MAX_NESTING) {
      includes.beyond(NESTED);
    } else {
      includes.each(
          statement.get(1),
          Includes.Presence.REQUIRED,
          file -> into.addAll(block(new NginxWords(file), nesting + 1)));
    }
  }

  /** Blocks of another language, or of words that are no directives. */
  private static boolean foreign(List<String> statement) {
    return !statement.isEmpty()
        && (statement.get(0).contains("_by_lua") || statement.get(0).equals("types"));
  }
}
