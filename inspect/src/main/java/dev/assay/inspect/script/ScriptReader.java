package dev.assay.inspect.script;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Subject;
import dev.assay.inspect.script.ScriptContent.Place;
import dev.assay.inspect.services.Concealed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the traces in scripts, of which the one pass over all contents has seen the markers. */
public final class ScriptReader implements ContentInspector<ScriptContent> {
  /** Texts beyond that are read in part, in bytes; lines beyond that, in characters. */
  private static final int LARGEST = 4 << 20;

  private static final int LONGEST_LINE = 1000;

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
    return 1;
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
    SortedMap<String, List<Trace>> wanted = new TreeMap<>();
    for (Trace trace : Trace.all()) {
      if (languages.contains(trace.language()) && markers.contains(trace.marker())) {
        wanted.computeIfAbsent(trace.marker(), k -> new ArrayList<>()).add(trace);
      }
    }
    Search search = new Search(wanted.isEmpty() ? Bytes.of("") : content);
    wanted.forEach(search::look);
    return Optional.of(
        new ScriptContent(
            languages.stream().map(Language::word).toList(),
            Language.interpreter(head),
            content.size() <= LARGEST && search.left > 0,
            search.places()));
  }

  /** One text being looked through. */
  private static final class Search {
    private final Lines lines;
    private final List<Place> places = new ArrayList<>();
    private int left = MOST_LOOKED_AT;

    Search(Bytes content) {
      byte[] bytes = content.slice(0, Math.min(content.size(), LARGEST)).toArray(LARGEST);
      this.lines = new Lines(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Holds the lines with a marker against all traces that need it. */
    void look(String marker, List<Trace> traces) {
      Map<Trace, Integer> found = new HashMap<>();
      int at = lines.text().indexOf(marker);
      while (at >= 0 && left > 0) {
        int number = lines.number(at);
        int from = Math.max(lines.start(number), at - LONGEST_LINE / 2);
        int end = Math.min(lines.end(number), from + LONGEST_LINE);
        String line = lines.text().substring(from, end);
        for (Trace trace : traces) {
          if (found.getOrDefault(trace, 0) < MOST_PLACES && isIn(line, trace)) {
            found.merge(trace, 1, Integer::sum);
            places.add(
                new Place(
                    trace.language().word(),
                    trace.family().fact(),
                    trace.what(),
                    number,
                    shown(line)));
          }
        }
        at = lines.text().indexOf(marker, Math.max(end, at + 1));
      }
    }

    private boolean isIn(String line, Trace trace) {
      left -= line.length();
      return !trace.language().isComment(line) && trace.line().matcher(line).find();
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
