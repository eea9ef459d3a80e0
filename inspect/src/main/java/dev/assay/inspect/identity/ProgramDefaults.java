package dev.assay.inspect.identity;

import dev.assay.inspect.Draft;
import dev.assay.inspect.identity.ConfiguredProgram.Installed;
import dev.assay.inspect.settings.Defaults;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.Optional;

/**
 * What the program of a root does where its configuration is silent.
 *
 * @param name of the program, as it is shown: {@code OpenSSH}
 * @param installed its release; empty where nothing tells it
 */
public record ProgramDefaults(String name, Defaults table, Optional<Installed> installed) {
  public static ProgramDefaults of(
      String name, Defaults table, ConfiguredProgram program, Root root) {
    return new ProgramDefaults(name, table, program.in(root));
  }

  /** The default of a key; empty where it cannot be told. */
  public Optional<String> of(String key) {
    return table.of(key, installed.map(Installed::release));
  }

  /** Why {@link #of(String)} tells nothing. */
  public String silence(String key) {
    return installed.isPresent()
        ? "the default of " + shown() + " for " + key + " is not known here"
        : "nothing tells the release of " + name + ", whose default for " + key + " counts";
  }

  /**
   * The default of a key that is not set, or nothing where the fact then is unknown; says so, and
   * what told the release.
   *
   * @param file that could set the key
   */
  public String taken(String key, String fact, SourceFile file, Draft draft) {
    draft.seen(fact, file.whole(key + " is not set; the default of " + shown()));
    return counted(key, fact, draft);
  }

  /** The same of a key that is set to a change of the default. */
  public String counted(String key, String fact, Draft draft) {
    installed.map(Installed::evidence).ifPresent(where -> draft.seen(fact, where));
    Optional<String> preset = of(key);
    if (preset.isEmpty()) {
      draft.unknown(fact, silence(key));
    }
    return preset.orElse("");
  }

  /** {@code OpenSSH 9.2p1}. */
  public String shown() {
    return name + installed.map(each -> " " + each.version()).orElse("");
  }
}
