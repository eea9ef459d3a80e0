package dev.assay.inspect.android.code;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.dex.Dex;
import dev.assay.inspect.android.App;
import dev.assay.inspect.android.AppReader;
import dev.assay.inspect.android.Manifest;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the code of one Android package. */
public final class AndroidCodeReader implements AppReader<AndroidCodeFacts> {
  private static final int MAX_EXECUTABLES = 200;
  private static final int LARGE = 5000;
  private static final Set<Rule.Fact> AVOIDABLE = Set.of(Rule.Fact.PATTERNS, Rule.Fact.NEEDED);
  private static final Pattern EXECUTABLE = Pattern.compile("([^/]+/dex/)?classes[0-9]{0,4}\\.dex");
  private static final Pattern SUPPORT =
      Pattern.compile(
          "androidx?\\.|kotlinx?\\.|com\\.google\\.android\\.(gms|material|play)\\.|j\\$\\.");

  @Override
  public Class<AndroidCodeFacts> facts() {
    return AndroidCodeFacts.class;
  }

  @Override
  public int revision() {
    return 9;
  }

  @Override
  public boolean shares(String path) {
    return EXECUTABLE.matcher(path).matches();
  }

  @Override
  public AndroidCodeFacts read(App app) {
    return new Reading(app).facts();
  }

  /** One package being read. */
  private static final class Reading {
    private final App app;
    private final Program program = new Program();
    private final List<Dex> executables = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<Problem> damaged = new ArrayList<>();
    private final List<CodeReader.Noted> noted = new ArrayList<>();

    Reading(App app) {
      this.app = app;
    }

    AndroidCodeFacts facts() {
      Manifest manifest = app.manifest();
      List<String> all =
          app.archive().members().keySet().stream()
              .filter(name -> EXECUTABLE.matcher(name).matches())
              .toList();
      all.stream().limit(MAX_EXECUTABLES).forEach(this::open);
      if (all.size() > MAX_EXECUTABLES) {
        unreadable.add("of " + all.size() + " executables " + MAX_EXECUTABLES + " are read");
      }
      read();
      if (ApkDirectory.startsWithCode(app.archive().content())) {
        unreadable.add("the package begins with code, which older systems run in place of its own");
      }
      Entries entries = Entries.of(program, app);
      Reach reach = Reach.from(program, entries.types());
      unreadable.addAll(unfollowed(entries, reach));
      Uses uses = uses(reach);
      Map<String, AndroidCodeFacts.Use> patterns = uses.of(Rule.Fact.PATTERNS);
      List<String> permissions = manifest.permissions();
      return new AndroidCodeFacts(
          manifest.packageName(),
          manifest.targetSdk(),
          permissions,
          permissions.contains("android.permission.INTERNET"),
          manifest.metaData(),
          true,
          true,
          List.copyOf(uses.of(Rule.Fact.GUARDED).keySet()),
          hidden(entries, reach, patterns),
          List.copyOf(damaged),
          uses.of(Rule.Fact.CALLS),
          uses.of(Rule.Fact.DATA),
          uses.of(Rule.Fact.GUARDED),
          // Tests have the permissions of the app they test.
          manifest.tests().isEmpty() ? uses.of(Rule.Fact.NEEDED) : Map.of(),
          patterns,
          new Libraries(program, reach, Tables.standard().libraries()).find(executables, names),
          uses.hosts());
    }

    /** Where following stopped, so that code may run that does not count as run. */
    private List<String> unfollowed(Entries entries, Reach reach) {
      List<String> why = new ArrayList<>();
      if (entries.unread() > 0) {
        why.add(entries.unread() + " layouts are too large or too many to be searched for classes");
      }
      String deepest = program.ancestry().deepest();
      if (!deepest.isEmpty()) {
        why.add(
            deepest
                + " is made of more than "
                + Ancestry.LONGEST
                + " classes; the rest is not followed");
      }
      if (reach.isTangled()) {
        why.add("calls are too many to be followed: all code counts as reached");
      }
      return why;
    }

    private List<String> hidden(
        Entries entries, Reach reach, Map<String, AndroidCodeFacts.Use> patterns) {
      List<String> why = new ArrayList<>(Hidden.of(app, unreadable, entries, patterns));
      int methods = program.methods();
      int reached = reach.methods().cardinality();
      if (methods >= LARGE && 100L * reached < methods) {
        why.add(
            reached
                + " of "
                + methods
                + " methods can be reached from the manifest: something else starts the rest");
      }
      return List.copyOf(why);
    }

    private void open(String name) {
      try {
        Optional<Bytes> content = app.executable(name);
        if (content.isPresent()) {
          for (Dex dex : Dex.all(content.get())) {
            program.declare(dex);
            executables.add(dex);
            members.add(name);
            names.add(app.original(name));
          }
        }
      } catch (Malformed broken) {
        unreadable.add(name + " cannot be read: " + broken.problem().message());
        damaged.add(app.archive().inside(name, broken.problem()));
      }
    }

    private void read() {
      Numbered<List<Rule>> rules = new Numbered<>();
      for (int i = 0; i < executables.size(); i++) {
        Dex dex = executables.get(i);
        dex.walk(new CodeReader(program, dex, i, Tables.standard(), rules, noted));
        List<Problem> serious =
            dex.problems().stream()
                .filter(problem -> !problem.code().matches("dex\\.(checksum|signature)"))
                .toList();
        if (!serious.isEmpty()) {
          unreadable.add(
              "part of " + names.get(i) + " cannot be read: " + serious.getFirst().message());
          damaged.add(app.archive().inside(members.get(i), serious.getFirst()));
        }
      }
    }

    private Uses uses(Reach reach) {
      Uses uses = new Uses();
      for (CodeReader.Noted each : noted) {
        if (!reach.has(each.method())) {
          continue;
        }
        Supplier<AndroidCodeFacts.Site> site =
            () -> Sites.of(program, executables, names, each.method(), each.offset());
        boolean support = SUPPORT.matcher(program.shown(each.method())).lookingAt();
        for (Rule rule : each.rules()) {
          // Makers cannot mend what the platform's own support libraries do, and those ask before.
          if (!support || !AVOIDABLE.contains(rule.fact()) && rule.when() != Conditions.CALLER) {
            uses.add(rule, site);
          }
        }
        Url.of(each.text()).ifPresent(url -> uses.addHost(url, site));
      }
      return uses;
    }
  }
}
