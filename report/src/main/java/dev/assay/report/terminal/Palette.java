package dev.assay.report.terminal;

import dev.assay.model.Gate;
import dev.assay.model.Severity;

/** How words are set off on a terminal; plain text reads the same without it. */
public enum Palette {
  PLAIN,
  ANSI;

  public String strong(String text) {
    return wrap("1", text);
  }

  public String faint(String text) {
    return wrap("2", text);
  }

  String severity(Severity severity, String text) {
    return wrap(
        switch (severity) {
          case CRITICAL -> "1;35";
          case HIGH -> "1;31";
          case MEDIUM -> "33";
          case LOW -> "36";
          case INFO -> "2";
        },
        text);
  }

  String gate(Gate.Decision decision, String text) {
    return wrap(
        switch (decision) {
          case APPROVED -> "1;32";
          case CONDITIONAL -> "1;33";
          case REJECTED -> "1;31";
        },
        text);
  }

  private String wrap(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
