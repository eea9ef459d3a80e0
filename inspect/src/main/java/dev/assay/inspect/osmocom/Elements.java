package dev.assay.inspect.osmocom;

import dev.assay.inspect.Draft;
import dev.assay.inspect.osmocom.VtyConfig.Command;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Optional;

/** Reads settings of one file and notes in the draft where each was seen, or that it was not. */
final class Elements {
  private final VtyConfig config;
  private final Draft draft;

  Elements(VtyConfig config, Draft draft) {
    this.config = config;
    this.draft = draft;
  }

  /** The address after {@code bind} in a node. */
  String bind(String node, String fact) {
    Optional<Command> bind = config.last(node, "bind");
    seen(bind, fact, node + " bind is not set; the default is " + OsmocomDefaults.BIND);
    return bind.map(command -> command.word(1)).orElse(OsmocomDefaults.BIND);
  }

  /** Whether the last of {@code X} and {@code no X} is {@code X}. */
  boolean flag(String node, String start, boolean otherwise, String fact) {
    Optional<Command> command = config.lastOfBoth(node, start);
    seen(command, fact, start + " is not set; the default is " + (otherwise ? "on" : "off"));
    return command.map(found -> !found.is("no")).orElse(otherwise);
  }

  /** The numbers after a command. */
  List<Integer> numbers(String node, String start, List<Integer> otherwise, String fact) {
    Optional<Command> command = config.last(node, start);
    if (command.isEmpty() && otherwise.isEmpty()) {
      return otherwise;
    }
    seen(command, fact, start + " is not set; the default is " + otherwise);
    return command.map(found -> found.numbers(start.split(" ").length)).orElse(otherwise);
  }

  /** The word after a command. */
  String word(String node, String start, String otherwise, String fact) {
    Optional<Command> command = config.last(node, start);
    seen(command, fact, start + " is not set; the default is " + otherwise);
    return command.map(found -> found.word(start.split(" ").length)).orElse(otherwise);
  }

  /** Whether a command stands in a node; its words are not shown. */
  boolean secret(String node, String start, String fact) {
    Optional<Command> command = config.last(node, start);
    draft.seen(
        fact,
        command
            .map(
                found ->
                    Evidence.line(config.file().path(), found.line().number(), start + " ********"))
            .orElseGet(() -> config.file().whole(start + " is not set")));
    return command.isPresent();
  }

  /** Notes a command, or what holds without it. */
  void seen(Optional<Command> command, String fact, String otherwise) {
    draft.seen(
        fact,
        command
            .map(found -> config.file().at(found.line()))
            .orElseGet(() -> config.file().whole(otherwise)));
  }
}
