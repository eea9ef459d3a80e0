package dev.assay.inspect.logging;

import dev.assay.inspect.Draft;
import dev.assay.inspect.logging.AuditPolicyFacts.Watch;
import dev.assay.inspect.starts.ShellLine;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules of auditctl(8): {@code -w path -p wa}, {@code -a always,exit -S call}, {@code -e 2}. */
final class AuditRules {
  private static final int MAX_RULES = 4_096;
  private static final int MAX_WORDS = 500;

  private final Draft draft;
  final List<Watch> watches = new ArrayList<>();
  final Set<String> syscalls = new TreeSet<>();
  int rules;
  int suppressed;
  boolean failedAccess;
  boolean loginIdLocked;
  long enabled = 1;
  long failure = 1;
  long backlog = 64;

  AuditRules(Draft draft) {
    this.draft = draft;
  }

  void read(SourceFile file) {
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        List<String> words = ShellLine.words(text, variable -> "");
        if (words.size() > MAX_WORDS || rules + suppressed > MAX_RULES) {
          file.cut(
              "more than " + MAX_RULES + " rules, or a longer one than " + MAX_WORDS + " words");
          return;
        }
        take(words, file.at(line));
      }
    }
  }

  private void take(List<String> words, Evidence at) {
    if (words.isEmpty()) {
      return;
    }
    String value = words.size() > 1 ? words.get(1) : "";
    switch (words.getFirst()) {
      case "-w" -> watch(value, option(words, "-p", "rwxa"), at);
      case "-a", "-A" -> rule(words, at);
      case "-D" -> {
        watches.clear();
        syscalls.clear();
        rules = 0;
      }
      case "-e" -> enabled = number("enabled", value, enabled, at);
      case "-f" -> failure = number("failure", value, failure, at);
      case "-b" -> backlog = number("backlog", value, backlog, at);
      case "--loginuid-immutable" -> {
        loginIdLocked = true;
        draft.seen("loginIdLocked", at);
      }
      default -> {}
    }
  }

  private void rule(List<String> words, Evidence at) {
    List<String> fields = new ArrayList<>();
    boolean always = words.size() > 1 && words.get(1).contains("always");
    boolean exit = words.size() > 1 && words.get(1).contains("exit");
    if (!always) {
      draft.seen("suppressed", at);
      suppressed++;
      return;
    }
    rules++;
    for (int i = 2; i + 1 < words.size(); i++) {
      if (words.get(i).equals("-S") && exit) {
        draft.seen("syscalls", at);
        syscalls.addAll(List.of(words.get(i + 1).split(",")));
      } else if (words.get(i).equals("-F")) {
        fields.add(words.get(i + 1));
      }
    }
    for (String field : fields) {
      if (field.matches("exit=-?(EACCES|EPERM|13|1)")) {
        draft.seen("failedAccess", at);
        failedAccess = true;
      } else if (field.startsWith("path=") || field.startsWith("dir=")) {
        rules--;
        watch(field.substring(field.indexOf('=') + 1), permissions(fields), at);
      }
    }
  }

  private static String permissions(List<String> fields) {
    return fields.stream()
        .filter(each -> each.startsWith("perm="))
        .map(each -> each.substring("perm=".length()))
        .findFirst()
        .orElse("rwxa");
  }

  private void watch(String path, String permissions, Evidence at) {
    rules++;
    draft.seen("watches[" + watches.size() + "]", at);
    String clean =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    watches.add(new Watch(clean, permissions));
  }

  private static String option(List<String> words, String name, String otherwise) {
    int at = words.indexOf(name);
    return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
  }

  private long number(String fact, String value, long otherwise, Evidence at) {
    draft.seen(fact, at);
    return value.matches("[0-9]{1,9}") ? Long.parseLong(value) : otherwise;
  }
}
