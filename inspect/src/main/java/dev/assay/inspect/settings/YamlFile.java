package dev.assay.inspect.settings;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML as a stream of events, so that neither depth nor anchors of a hostile file cost more
 * than its size. Aliases are not followed; the settings are then not whole.
 */
public final class YamlFile {
  private static final int MOST = 20_000;
  private static final int DEEPEST = 32;

  /** Characters of a path; each value below has a copy of it. */
  private static final int LONGEST_PATH = 2_000;

  private final SourceFile file;
  private final List<Line> lines;
  private final List<Setting> scalars = new ArrayList<>();
  private final Deque<Level> open = new ArrayDeque<>();
  private boolean whole = true;
  private boolean cut;

  /** A map or list that is being read. */
  private static final class Level {
    private final String path;
    private final boolean list;
    private int index;
    private String key = "";
    private boolean keyed;

    Level(String path, boolean list) {
      this.path = path;
      this.list = list;
    }

    /** Path of the value that comes now. */
    String next() {
      if (list) {
        return path + "[" + index++ + "]";
      }
      keyed = false;
      return path.isEmpty() ? key : path + "." + key;
    }
  }

  private YamlFile(SourceFile file) {
    this.file = file;
    this.lines = file.lines();
  }

  public static FlatSettings read(SourceFile file) {
    return new YamlFile(file).read();
  }

  private FlatSettings read() {
    try {
      for (Event event :
          new Parse(LoadSettings.builder().setAllowDuplicateKeys(true).build())
              .parseString(file.text())) {
        if (!take(event)) {
          whole = false;
          cut = true;
          file.cut("more than " + MOST + " values, or " + DEEPEST + " levels");
          break;
        }
      }
    } catch (YamlEngineException e) {
      whole = false;
    }
    return new FlatSettings(scalars, whole, cut);
  }

  /** Whether reading may go on. */
  private boolean take(Event event) {
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> {
        if (open.size() >= DEEPEST) {
          return false;
        }
        boolean list = event.getEventId() == Event.ID.SequenceStart;
        String path = open.isEmpty() ? "" : open.getLast().next();
        if (path.length() > LONGEST_PATH) {
          return false;
        }
        open.addLast(new Level(path, list));
      }
      case MappingEnd, SequenceEnd -> open.pollLast();
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> {
        whole = false;
        if (!open.isEmpty()) {
          open.getLast().next();
        }
      }
      default -> {}
    }
    return scalars.size() < MOST;
  }

  private void scalar(ScalarEvent event) {
    if (open.isEmpty()) {
      return;
    }
    Level level = open.getLast();
    if (!level.list && !level.keyed) {
      level.key = event.getValue();
      level.keyed = true;
      return;
    }
    int line = event.getStartMark().map(Mark::getLine).orElse(0);
    scalars.add(
        new Setting(
            "",
            level.next(),
            event.getValue(),
            line < lines.size() ? file.at(lines.get(line)) : file.whole("")));
  }
}
