package dev.assay.inspect.script;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Subject;
import dev.assay.inspect.script.ScriptContent.Place;
import dev.assay.inspect.script.ScriptContent.Unseen;
import dev.assay.inspect.services.Concealed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the traces in scripts, of which the one pass over all contents has seen the markers. */
public final class ScriptReader implements ContentInspector<ScriptContent> {
  /** Texts beyond that are read in part, in bytes. */
  private static final int LARGEST = 4 << 20;

  /** Characters of lines that are held against traces, of one text. */
  private static final int MOST_LOOKED_AT = 4 << 20;

  /** Places of one trace that are shown. */
  private static final int MOST_PLACES = 5;

  private static final int SHOWN = 160;

  @Override
  public Class<ScriptContent> facts() {
    return ScriptContent.class;
  }

  @Override
  public int revision() {
    return 5;
  }

  @Override
  public List<String> markers() {
    return Trace.all().stream().map(Trace::marker).distinct().sorted().toList();
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.startsWith("text/") && !Language.of(content.head(Language.HEAD)).isEmpty();
  }

  @Override
  public Optional<ScriptContent> inspect(Bytes content) {
    return inspect(content, Set.copyOf(markers()));
  }

  @Override
  public Optional<ScriptContent> inspect(Subject subject) {
    return inspect(subject.bytes(), subject.markers());
  }

  private static Optional<ScriptContent> inspect(Bytes content, Set<String> markers) {
    Block head = content.head(Language.HEAD);
    List<Language> languages = Language.of(head);
    if (languages.isEmpty()) {
      return Optional.empty();
    }
    List<Trace> wanted =
        Trace.all().stream()
            .filter(trace -> languages.contains(trace.language()))
            .filter(trace -> markers.contains(trace.marker()))
            .toList();
    Search search = new Search(wanted.isEmpty() ? Bytes.of("") : content);
    wanted.forEach(search::look);
    return Optional.of(
        new ScriptContent(
            languages.stream().map(Language::word).toList(),
            Language.interpreter(head),
            content.size() <= LARGEST && search.left > 0,
            search.places(),
            List.copyOf(search.unseen)));
  }

  /** One text being looked through. */
  private static final class Search {
    private final Lines lines;
    private final List<Place> places = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();
    private int left = MOST_LOOKED_AT;

    Search(Bytes content) {
      byte[] bytes = content.slice(0, Math.min(content.size(), LARGEST)).toArray(LARGEST);
      this.lines = new Lines(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Holds what stands around the marker against the trace. */
    void look(Trace trace) {
      int found = 0;
      int line = 0;
      int tooLong = 0;
      int at = lines.text().indexOf(trace.marker());
      while (at >= 0 && left > 0 && found < MOST_PLACES) {
        int number = lines.number(at);
        int next = lines.end(number);
        if (number == line || !isComment(trace, number)) {
          Passage passage = Passage.around(lines, at, trace.language().endsStatements());
          String text = passage.of(lines);
          left -= text.length();
          if (trace.line().matcher(text).find()) {
            found++;
            places.add(
                new Place(
                    trace.language().word(),
                    trace.family().fact(),
                    trace.what(),
                    number,
                    shown(text)));
          } else {
            next = passage.next();
            tooLong = tooLong == 0 && !passage.whole() && trace.isWide() ? number : tooLong;
          }
        }
        line = number;
        at = lines.text().indexOf(trace.marker(), Math.max(next, at + 1));
      }
      if (found == 0 && tooLong > 0) {
        unseen.add(new Unseen(trace.language().word(), trace.family().fact(), tooLong));
      }
    }

    private boolean isComment(Trace trace, int number) {
      return trace
          .language()
          .isComment(lines.text().substring(lines.start(number), lines.end(number)));
    }

    List<Place> places() {
      places.sort(
          Comparator.<Place, Family>comparing(place -> Family.of(place.family()))
              .thenComparingInt(Place::number)
              .thenComparing(Place::what));
      return List.copyOf(places);
    }
  }

  private static String shown(String line) {
    String bare =
        new String(line.strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String safe = Concealed.of(bare);
    return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "…";
  }
}
