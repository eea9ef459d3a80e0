package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.web.LighttpdConfig.Block;
import dev.assay.inspect.web.LighttpdConfig.Condition;
import dev.assay.inspect.web.LighttpdConfig.Item;
import dev.assay.inspect.web.LighttpdConfig.Setting;
import dev.assay.inspect.web.LighttpdConfig.Value;
import dev.assay.inspect.web.LighttpdTokens.Token;
import dev.assay.inspect.web.LighttpdTokens.Type;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lighttpd's language (lighttpd 1.4, "Configuration: File Syntax"): assignments, appending,
 * conditions with {@code else}, variables, includes. What a shell would print is taken for known
 * commands only.
 */
final class LighttpdReader {
  private static final int MAX_NESTING = 60;
  private static final String NESTED = "what is nested deeper than " + MAX_NESTING;
  private static final int MAX_BLOCKS = 1000;
  private static final long MAX_PRODUCED = 8L << 20;

  /** {@code cat FILES}, as some distributions include what others do with a pattern. */
  private static final Pattern CAT = Pattern.compile("(?:/bin/)?cat\\s+([^\\s;|&<>$`]+)");

  private static final Pattern IPV6 = Pattern.compile(".*/use-ipv6\\.pl\\s*(\\d{1,5})?");

  private final Includes includes;
  private final LighttpdConfig config = new LighttpdConfig();
  private final Map<String, Value> variables = new LinkedHashMap<>();
  private long produced;

  private LighttpdReader(Includes includes) {
    this.includes = includes;
  }

  static LighttpdConfig read(SourceFile main, Includes includes) {
    LighttpdReader reader = new LighttpdReader(includes);
    Block global = reader.open(List.of(), Optional.empty());
    includes.main(main, file -> reader.file(file, global, 0));
    return reader.config;
  }

  private void file(SourceFile file, Block block, int nesting) {
    LighttpdTokens tokens = new LighttpdTokens(file);
    statements(tokens, block, nesting);
    if (tokens.peek().type() != Type.END) {
      includes.missing("what follows a closing brace too many in " + file.node().inRoot());
    }
  }

  private Block open(List<Condition> conditions, Optional<Block> around) {
    Block block = new Block(conditions, around);
    if (config.blocks().size() < MAX_BLOCKS) {
      config.add(block);
    } else {
      includes.beyond("everything after " + MAX_BLOCKS + " conditions");
    }
    return block;
  }

  private void statements(LighttpdTokens tokens, Block block, int nesting) {
    while (tokens.peek().type() != Type.END && !tokens.peek().is("}")) {
      SourceFile.Line line = tokens.line();
      Token token = tokens.next();
      if (token.is("$")) {
        condition(tokens, block, nesting);
      } else if (token.isName("else")) {
        otherwise(tokens, block, nesting);
      } else if (token.isName("include")) {
        include(value(tokens, block, nesting).plain(), block, nesting);
      } else if (token.isName("include_shell")) {
        shell(
            value(tokens, block, nesting).plain(),
            block,
            nesting,
            Excerpts.at(tokens.file(), line));
      } else if (token.type() == Type.NAME) {
        assignment(token.text(), tokens, block, nesting, line);
      }
    }
  }

  private void assignment(
      String key, LighttpdTokens tokens, Block block, int nesting, SourceFile.Line line) {
    if (!tokens.peek().is("=") && !tokens.peek().is("+=") && !tokens.peek().is(":=")) {
      return;
    }
    boolean appends = tokens.next().is("+=");
    Value value = value(tokens, block, nesting);
    Optional<Value> before = appends ? lookup(key, block) : Optional.empty();
    Value whole = before.map(old -> joined(old, value)).orElse(value);
    if (key.startsWith("var.")) {
      variables.put(key, whole);
    } else {
      block.settings.put(key, new Setting(key, whole, Excerpts.at(tokens.file(), line)));
    }
  }

  private void condition(LighttpdTokens tokens, Block block, int nesting) {
    StringBuilder field = new StringBuilder(tokens.next().text());
    if (tokens.peek().is("[")) {
      tokens.next();
      field.append("[\"").append(tokens.next().text()).append("\"]");
      tokens.next();
    }
    String operator = tokens.next().text();
    String value = value(tokens, block, nesting).plain();
    inner(tokens, block, new Condition(field.toString(), operator, value), nesting);
  }

  private void otherwise(LighttpdTokens tokens, Block block, int nesting) {
    if (tokens.peek().isName("if")) {
      tokens.next();
    }
    if (tokens.peek().is("$")) {
      tokens.next();
      condition(tokens, block, nesting);
    } else {
      inner(tokens, block, new Condition("else", "", ""), nesting);
    }
  }

  private void inner(LighttpdTokens tokens, Block block, Condition condition, int nesting) {
    if (!tokens.peek().is("{")) {
      return;
    }
    tokens.next();
    if (nesting >= MAX_NESTING) {
      includes.beyond(NESTED);
      skip(tokens);
    } else {
      List<Condition> conditions = new ArrayList<>(block.conditions);
      conditions.add(condition);
      statements(tokens, open(conditions, Optional.of(block)), nesting + 1);
    }
    if (tokens.peek().is("}")) {
      tokens.next();
    }
  }

  private static void skip(LighttpdTokens tokens) {
    int open = 1;
    while (tokens.peek().type() != Type.END) {
      open += tokens.peek().is("{") ? 1 : tokens.peek().is("}") ? -1 : 0;
      if (open == 0) {
        return;
      }
      tokens.next();
    }
  }

  private void include(String name, Block block, int nesting) {
    if (nesting >= MAX_NESTING) {
      includes.beyond(NESTED);
      return;
    }
    includes.each(name, Includes.Presence.REQUIRED, file -> file(file, block, nesting + 1));
  }

  private void shell(String command, Block block, int nesting, Evidence where) {
    Matcher cat = CAT.matcher(command.strip());
    Matcher ipv6 = IPV6.matcher(command.strip());
    if (cat.matches()) {
      include(cat.group(1), block, nesting);
    } else if (ipv6.matches()) {
      // Debian's script: a socket on [::] where the kernel has IPv6, with TLS on port 443.
      String port = ipv6.group(1) == null ? "80" : ipv6.group(1);
      Condition socket = new Condition("SERVER[\"socket\"]", "==", "[::]:" + port);
      Block added = open(List.of(socket), Optional.of(block));
      added.settings.put("ssl.engine", engine(port, where));
    } else if (command.contains("include-conf-enabled.pl")) {
      include("conf-enabled/*.conf", block, nesting);
    } else if (!command.contains("create-mime")) {
      includes.missing("what `" + command + "` prints");
    }
  }

  private static Setting engine(String port, Evidence where) {
    return new Setting("ssl.engine", Value.text(port.equals("443") ? "enable" : "disable"), where);
  }

  /** Terms joined by {@code +}. */
  private Value value(LighttpdTokens tokens, Block block, int nesting) {
    Value value = term(tokens, block, nesting);
    while (tokens.peek().is("+")) {
      tokens.next();
      value = joined(value, term(tokens, block, nesting));
    }
    return value;
  }

  private Value term(LighttpdTokens tokens, Block block, int nesting) {
    Token token = tokens.peek();
    if (token.type() == Type.TEXT) {
      return Value.text(tokens.next().text());
    }
    if (token.type() == Type.NAME) {
      String name = tokens.next().text();
      return lookup(name, block).orElseGet(() -> Value.text(name));
    }
    if (!token.is("(")) {
      return Value.text("");
    }
    tokens.next();
    return items(tokens, block, nesting + 1);
  }

  private Value items(LighttpdTokens tokens, Block block, int nesting) {
    List<Item> items = new ArrayList<>();
    while (tokens.peek().type() != Type.END && !tokens.peek().is(")")) {
      Token token = tokens.peek();
      boolean begins = token.type() != Type.MARK || token.is("(");
      if (nesting > MAX_NESTING) {
        includes.beyond(NESTED);
      }
      if (!begins || nesting > MAX_NESTING) {
        tokens.next();
        continue;
      }
      Value value = value(tokens, block, nesting);
      String key = "";
      if (tokens.peek().is("=>")) {
        tokens.next();
        key = value.plain();
        value = value(tokens, block, nesting);
      }
      items.add(new Item(key, value));
    }
    tokens.next();
    return new Value.Items(List.copyOf(items));
  }

  private Optional<Value> lookup(String name, Block block) {
    Value variable = variables.get(name.startsWith("var.") ? name : "var." + name);
    return variable != null ? Optional.of(variable) : block.effective(name).map(Setting::value);
  }

  /** Texts and lists grow by what is joined; all growth together is bounded. */
  private Value joined(Value left, Value right) {
    if (produced > MAX_PRODUCED) {
      includes.beyond("values longer than " + MAX_PRODUCED);
      return left;
    }
    if (left instanceof Value.Text(String a) && right instanceof Value.Text(String b)) {
      produced += a.length() + b.length();
      return Value.text(a + b);
    }
    List<Item> items = new ArrayList<>(left.list());
    items.addAll(right.list());
    produced += items.size() * 16L;
    return new Value.Items(List.copyOf(items));
  }
}
