package dev.assay.inspect.android.code;

import dev.assay.formats.axml.Element;
import dev.assay.inspect.android.App;
import dev.assay.inspect.android.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the classes the system makes instances of: named by the manifest or by a layout. */
final class Entries {
  private static final Set<String> COMPONENTS =
      Set.of("application", "activity", "service", "receiver", "provider", "instrumentation");
  private static final int MAX_LAYOUTS = 10_000;
  private static final int MAX_LAYOUT = 1 << 20;

  private final Program program;
  private final String packageName;
  private final boolean tests;
  private final Set<Integer> found = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();
  private int unread;

  private Entries(Program program, Manifest manifest) {
    this.program = program;
    this.packageName = manifest.packageName();
    this.tests = !manifest.tests().isEmpty();
  }

  static Entries of(Program program, App app) {
    Entries entries = new Entries(program, app.manifest());
    entries.manifest(app.root());
    if (entries.tests) {
      entries.all();
    }
    entries.layouts(app);
    return entries;
  }

  /** Numbers of the classes. */
  Set<Integer> types() {
    return found;
  }

  /** Components whose class is in no executable. */
  List<String> missing() {
    return missing;
  }

  private void manifest(Element element) {
    for (Element.Attribute attribute : element.attributes()) {
      // Registrars of Firebase stand behind a prefix.
      String text = attribute.text();
      String name = text.substring(text.lastIndexOf(':') + 1);
      boolean there = named(name);
      if (!there && attribute.resource() == 0x01010003 && isOwn(element)) {
        missing.add(element.name() + " " + name);
      }
    }
    element.children().forEach(this::manifest);
  }

  /** Whether its class is to be in the app; what starts tests may be in the app they test. */
  private boolean isOwn(Element element) {
    boolean starter = element.name().equals("instrumentation") && tests;
    return COMPONENTS.contains(element.name()) && !starter;
  }

  /** Tests are started by their names. */
  private void all() {
    for (int i = 0; i < program.types().size(); i++) {
      if (program.type(i).defined) {
        found.add(i);
      }
    }
  }

  private boolean named(String name) {
    if (name.isEmpty()) {
      return true;
    }
    String whole =
        name.startsWith(".")
            ? packageName + name
            : name.indexOf('.') < 0 ? packageName + "." + name : name;
    return entry(whole);
  }

  private boolean entry(String name) {
    if (name.length() > 500) {
      return false;
    }
    Optional<Integer> type = program.defined("L" + name.replace('.', '/') + ";");
    type.ifPresent(found::add);
    return type.isPresent();
  }

  /** How many layouts were not searched. */
  int unread() {
    return unread;
  }

  private void layouts(App app) {
    int read = 0;
    for (var member : app.archive().members().entrySet()) {
      String name = member.getKey();
      if ((name.startsWith("res/") || name.contains("/res/")) && name.endsWith(".xml")) {
        if (member.getValue().size() <= MAX_LAYOUT && read < MAX_LAYOUTS) {
          read++;
          app.xml(name).ifPresent(this::inLayout);
        } else {
          unread++;
        }
      }
    }
  }

  private void inLayout(Element element) {
    if (element.name().indexOf('.') > 0) {
      entry(element.name());
    }
    for (Element.Attribute attribute : element.attributes()) {
      if (attribute.type() == 0x03 && attribute.text().indexOf('.') > 0) {
        entry(attribute.text());
      }
    }
    element.children().forEach(this::inLayout);
  }
}
