package dev.assay.inspect.script;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Subject;
import dev.assay.inspect.script.ScriptContent.Place;
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

  /** Places of one trace that are shown, and occurrences of its marker that are looked at. */
  private static final int MOST_PLACES = 5;

  private static final int MOST_TRIES = 100;
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
    return languages.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ScriptContent(
                languages.stream().map(Language::word).toList(),
                Language.interpreter(head),
                content.size() <= LARGEST,
                places(languages, content, markers)));
  }

  private static List<Place> places(List<Language> languages, Bytes content, Set<String> markers) {
    SortedMap<String, List<Trace>> wanted = new TreeMap<>();
    for (Trace trace : Trace.all()) {
      if (languages.contains(trace.language()) && markers.contains(trace.marker())) {
        wanted.computeIfAbsent(trace.marker(), k -> new ArrayList<>()).add(trace);
      }
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    byte[] bytes = content.slice(0, Math.min(content.size(), LARGEST)).toArray(LARGEST);
    Lines lines = new Lines(new String(bytes, StandardCharsets.ISO_8859_1));
    List<Place> places = new ArrayList<>();
    wanted.forEach((marker, traces) -> find(marker, traces, lines, places));
    places.sort(
        Comparator.<Place, Family>comparing(place -> Family.of(place.family()))
            .thenComparingInt(Place::number)
            .thenComparing(Place::what));
    return List.copyOf(places);
  }

  /** Looks at the lines that hold a marker for all traces that need it. */
  private static void find(String marker, List<Trace> traces, Lines lines, List<Place> places) {
    Map<Trace, Integer> found = new HashMap<>();
    int at = lines.text().indexOf(marker);
    for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
      int number = lines.number(at);
      int from = Math.max(lines.start(number), at - LONGEST_LINE / 2);
      int end = Math.min(lines.end(number), from + LONGEST_LINE);
      String line = lines.text().substring(from, end);
      for (Trace trace : traces) {
        if (found.getOrDefault(trace, 0) < MOST_PLACES
            && !trace.language().isComment(line)
            && trace.line().matcher(line).find()) {
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

  private static String shown(String line) {
    String bare =
        new String(line.strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return bare.length() <= SHOWN ? bare : bare.substring(0, SHOWN) + "…";
  }
}
