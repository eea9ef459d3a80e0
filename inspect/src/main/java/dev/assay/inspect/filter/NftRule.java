package dev.assay.inspect.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One rule of nft(8), word by word. */
final class NftRule {
  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp", "dccp", "udplite");
  private static final Set<String> VERDICTS =
      Set.of("accept", "drop", "reject", "return", "jump", "goto", "queue", "continue");

  private final List<String> words;
  final Match match = new Match();
  String target = "none";
  String called = "";

  /** What a verdict map adds: one condition with its verdict each, in order. */
  final List<Case> cases = new ArrayList<>();

  /**
   * One member of a verdict map.
   *
   * @param called chain of a jump, else empty
   */
  record Case(Match match, String target, String called) {}

  private int at;

  NftRule(List<String> words) {
    this.words = words;
  }

  void read() {
    while (at < words.size()) {
      word(next());
    }
  }

  private void word(String word) {
    switch (word) {
      case "tcp", "udp", "sctp", "dccp", "udplite", "th" -> transport(word);
      case "icmp", "icmpv6" -> icmp(word);
      case "ip" -> network("ip4");
      case "ip6" -> network("ip6");
      case "iif", "iifname" -> interfaces();
      case "meta" -> meta();
      case "ct" -> connection();
      case "fib" -> {
        match.checksSource = true;
        skipTo(VERDICTS);
      }
      case "limit" -> limit();
      case "log" -> {
        match.logs = true;
        logOptions();
      }
      case "counter" -> skipCounter();
      case "accept", "drop", "reject", "return" -> {
        target = word;
        at = words.size();
      }
      case "jump", "goto" -> {
        target = "jump";
        called = next();
        at = words.size();
      }
      case "comment" -> next();
      default -> match.conditional = true;
    }
  }

  private String next() {
    return at < words.size() ? words.get(at++) : "";
  }

  private String peek() {
    return at < words.size() ? words.get(at) : "";
  }

  private void skipTo(Set<String> stops) {
    while (at < words.size() && !stops.contains(words.get(at))) {
      at++;
    }
  }

  /** A value or the members of a set; a {@code !=} before it makes it a further condition. */
  private List<String> values() {
    if (peek().equals("!=") || peek().equals("<") || peek().equals(">")) {
      at++;
      match.conditional = true;
      values();
      return List.of();
    }
    if (peek().equals("==")) {
      at++;
    }
    if (!peek().equals("{")) {
      List<String> one = new ArrayList<>(List.of(next()));
      while (peek().equals(",")) {
        at++;
        one.add(next());
      }
      return List.copyOf(one);
    }
    at++;
    List<String> members = new ArrayList<>();
    while (at < words.size() && !peek().equals("}")) {
      String word = next();
      if (!word.equals(",")) {
        members.add(word);
      }
    }
    at++;
    return List.copyOf(members);
  }

  private void transport(String protocol) {
    match.protocol = protocol.equals("th") ? match.protocol : protocol;
    String field = next();
    if (peek().equals("vmap")) {
      map(field);
      return;
    }
    switch (field) {
      case "dport" -> match.ports = values();
      case "sport" -> match.sourcePorts = values();
      default -> {
        match.conditional = true;
        values();
      }
    }
  }

  private void icmp(String protocol) {
    match.protocol = protocol;
    if (next().equals("type")) {
      match.icmpTypes = values();
    } else {
      match.conditional = true;
      values();
    }
  }

  private void network(String family) {
    match.family = family;
    String field = next();
    if (peek().equals("vmap")) {
      map(field);
      return;
    }
    switch (field) {
      case "saddr" -> {
        if (peek().equals("!=")) {
          at++;
          match.exceptSources = values();
        } else {
          match.sources = values();
        }
      }
      case "protocol", "nexthdr" -> protocol(values());
      default -> {
        match.conditional = true;
        values();
      }
    }
  }

  private void protocol(List<String> protocols) {
    if (protocols.size() == 1) {
      match.protocol = protocols.getFirst().equals("ipv6-icmp") ? "icmpv6" : protocols.getFirst();
    } else if (protocols.stream().allMatch(each -> each.contains("icmp"))) {
      match.protocol = "icmp";
    } else {
      match.conditional |= !PROTOCOLS.containsAll(protocols);
    }
  }

  private void interfaces() {
    if (peek().equals("vmap")) {
      map("interface");
    } else {
      match.interfaces = values();
    }
  }

  private void meta() {
    String key = next();
    switch (key) {
      case "l4proto" -> protocol(values());
      case "iif", "iifname" -> interfaces();
      case "nfproto" -> {
        String family = next();
        match.family = family.equals("ipv6") ? "ip6" : family.equals("ipv4") ? "ip4" : "both";
      }
      default -> {
        match.conditional = true;
        values();
      }
    }
  }

  private void connection() {
    String key = next();
    if (peek().equals("vmap")) {
      map(key.equals("state") ? "state" : "");
      return;
    }
    if (key.equals("state")) {
      match.states = values();
    } else {
      match.conditional = true;
      values();
    }
  }

  /**
   * Reads {@code vmap { key : verdict, … }}; a map with a name is kept elsewhere and not followed.
   *
   * @param field what the keys are compared with; empty for what rules do not tell
   */
  private void map(String field) {
    at++;
    if (!peek().equals("{")) {
      next();
      match.conditional = true;
      return;
    }
    at++;
    StringBuilder member = new StringBuilder();
    while (at < words.size()) {
      String word = next();
      if (word.equals(",") || word.equals("}")) {
        member(field, member.toString());
        member.setLength(0);
        if (word.equals("}")) {
          return;
        }
      } else {
        member.append(word).append(' ');
      }
    }
  }

  private void member(String field, String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return;
    }
    String key = text.substring(0, colon).strip();
    String[] verdict = text.substring(colon + 1).strip().split("\\s+");
    Match own = new Match();
    own.protocol = match.protocol;
    own.family = match.family;
    switch (field) {
      case "state" -> own.states = List.of(key);
      case "dport" -> own.ports = List.of(key);
      case "interface" -> own.interfaces = List.of(key);
      case "saddr" -> own.sources = List.of(key);
      default -> own.conditional = true;
    }
    boolean jump = verdict.length > 1;
    cases.add(new Case(own, jump ? "jump" : verdict[0], jump ? verdict[1] : ""));
  }

  private void limit() {
    boolean rate = next().equals("rate");
    match.limited = true;
    if (rate && peek().equals("over")) {
      at++;
    }
    next();
    if (peek().matches("[kmg]?bytes/.*")) {
      at++;
    }
    if (peek().equals("burst")) {
      at += 3;
    }
  }

  private void logOptions() {
    while (Set.of("prefix", "level", "group", "snaplen", "queue-threshold", "flags")
        .contains(peek())) {
      String option = next();
      next();
      if (option.equals("flags") && Set.of("sequence", "options").contains(peek())) {
        next();
      }
    }
  }

  private void skipCounter() {
    if (peek().equals("packets")) {
      at += 4;
    } else if (peek().equals("name")) {
      at += 2;
    }
  }
}
