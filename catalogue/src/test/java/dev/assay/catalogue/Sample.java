package dev.assay.catalogue;

import dev.assay.catalogue.cel.BadExpression;
import dev.assay.catalogue.cel.CelEnvironment;
import dev.assay.catalogue.expression.Decision;
import dev.assay.catalogue.expression.Expr;
import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.catalogue.source.Definition;
import dev.assay.catalogue.source.Sources;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import dev.assay.model.Severity;
import dev.assay.model.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A kind of component for tests, with a fact of every type, and what inspects it in a control's tar
 * archive.
 */
public final class Sample {
  private Sample() {}

  public enum Scheme {
    NONE,
    MD5,
    SHA512
  }

  public record Account(String name, int uid, Scheme scheme, List<String> keys) {}

  public record Limits(long memory, double share) {}

  public record Facts(
      boolean enabled,
      int tries,
      long size,
      double ratio,
      String login,
      Scheme scheme,
      List<String> ciphers,
      Set<String> groups,
      Map<String, String> config,
      List<Account> accounts,
      Limits limits) {}

  public static final Kind<Facts> KIND = Kind.of("server", Facts.class, "Server");

  public static final List<Account> ACCOUNTS =
      List.of(
          new Account("root", 0, Scheme.SHA512, List.of("a", "b")),
          new Account("guest", 1000, Scheme.MD5, List.of()),
          new Account("toor", 0, Scheme.NONE, List.of("c")));

  public static final Facts FACTS =
      new Facts(
          true,
          6,
          1L << 40,
          0.5,
          "yes",
          Scheme.MD5,
          List.of("aes128-ctr", "3des-cbc"),
          Set.of("wheel"),
          Map.of("CONFIG_A", "y", "CONFIG_B", "n"),
          ACCOUNTS,
          new Limits(64, 0.25));

  public static Described described(Facts facts, Map<String, String> unknown) {
    Component component =
        Component.of(KIND, "image!/etc/server", "serverd", "1.2", List.of("image!/etc/server"));
    List<FactEvidence> evidence =
        List.of(
            seen("login", 3, "PermitRootLogin yes"),
            seen("accounts[0]", 10, "root"),
            seen("accounts[1]", 11, "guest"),
            seen("accounts[2]", 12, "toor"),
            seen("config", 20, "# config"),
            seen("config[CONFIG_A]", 21, "CONFIG_A=y"));
    return new Described(component, facts, evidence, unknown, RiskSigns.UNKNOWN);
  }

  public static Described described() {
    return described(FACTS, Map.of());
  }

  private static FactEvidence seen(String fact, int line, String text) {
    return new FactEvidence(fact, Evidence.line("image!/etc/server", line, text));
  }

  /** What a test case with this expectation says of a component. */
  public static Decision decide(String expect, Described described) {
    return compile(expect).expect().decide(described);
  }

  public static CompiledCase compile(String expect) {
    TestCase meta =
        new TestCase(
            "T",
            1,
            "",
            "t",
            "server",
            "true",
            expect,
            Severity.LOW,
            "CWE-20",
            "b",
            "m",
            List.of(),
            4);
    try {
      return CompiledCase.of(
          meta,
          new Expr.Constant(true),
          CelEnvironment.of(KIND, Set.of()).check(expect).bind(Map.of()));
    } catch (BadExpression e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Catalogue files from name and text pairs. */
  public static CatalogueFiles files(String... namesAndTexts) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      texts.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return new CatalogueFiles(texts);
  }

  public static Sources read(String... namesAndTexts) {
    return Sources.read(files(namesAndTexts), List.of(KIND), List.of("blob"));
  }

  public static List<Definition> definitions(String... namesAndTexts) {
    Sources sources = read(namesAndTexts);
    if (!sources.mistakes().isEmpty()) {
      throw new IllegalArgumentException(sources.mistakes().toString());
    }
    return sources.definitions();
  }

  /**
   * Finds a server wherever a control has {@code etc/server} with lines {@code login X} and {@code
   * cipher X}.
   */
  public static List<Described> inspect(byte[] tar) {
    List<Described> found = new ArrayList<>();
    members(tar)
        .forEach(
            (path, text) -> {
              if (path.equals("etc/server")) {
                found.add(described(facts(text), Map.of()));
              }
            });
    return found;
  }

  private static Facts facts(String text) {
    String login = "";
    List<String> ciphers = new ArrayList<>();
    for (String line : text.split("\n")) {
      String[] words = line.split(" ");
      if (words[0].equals("login")) {
        login = words[1];
      } else if (words[0].equals("cipher")) {
        ciphers.add(words[1]);
      }
    }
    return new Facts(
        true,
        3,
        1,
        0.1,
        login,
        Scheme.NONE,
        ciphers,
        Set.of(),
        Map.of(),
        List.of(),
        FACTS.limits());
  }

  private static Map<String, String> members(byte[] tar) {
    Map<String, String> members = new LinkedHashMap<>();
    int at = 0;
    while (at + 512 <= tar.length && tar[at] != 0) {
      String name = new String(tar, at, 100, StandardCharsets.US_ASCII).replace("\0", "");
      int size = Integer.parseInt(new String(tar, at + 124, 11, StandardCharsets.US_ASCII), 8);
      members.put(name, new String(tar, at + 512, size, StandardCharsets.UTF_8));
      at += 512 + (size + 511) / 512 * 512;
    }
    return members;
  }
}
