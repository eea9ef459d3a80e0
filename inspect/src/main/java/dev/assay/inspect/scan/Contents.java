package dev.assay.inspect.scan;

import dev.assay.inspect.tree.Analysis;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a scan knows of contents, by key. Each is read by the worker that claims it first. */
final class Contents {
  private final Map<String, Analysis> analyses = new ConcurrentHashMap<>();
  private final Map<String, List<Member>> members = new ConcurrentHashMap<>();
  private final Map<String, Boolean> claimed = new ConcurrentHashMap<>();

  /** Whether nobody had claimed it before. */
  boolean claim(String key) {
    return claimed.putIfAbsent(key, true) == null;
  }

  boolean isClaimed(String key) {
    return claimed.containsKey(key);
  }

  void analysed(String key, Analysis analysis) {
    analyses.put(key, analysis);
  }

  void hold(String key, List<Member> inside) {
    members.put(key, inside);
  }

  Map<String, Analysis> analyses() {
    return analyses;
  }

  Map<String, List<Member>> members() {
    return members;
  }
}
