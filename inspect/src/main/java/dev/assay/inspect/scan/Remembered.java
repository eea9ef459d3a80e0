package dev.assay.inspect.scan;

import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.cache.BadEntry;
import dev.assay.inspect.cache.Packs;
import dev.assay.inspect.cache.RecordCodec;
import dev.assay.inspect.cache.ValueReader;
import dev.assay.inspect.cache.ValueWriter;
import dev.assay.inspect.match.Hit;
import dev.assay.inspect.tree.Analysis;
import dev.assay.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier runs learnt of contents: the analysis of each and, of a container, its members.
 * Nothing is remembered of a run that met a limit of the whole product, since what it learnt of a
 * content may depend on the others.
 */
public final class Remembered {
  private static final long MAX_NEW = 128L << 20;
  private static final RecordCodec HIT = RecordCodec.of(Hit.class);
  private static final RecordCodec PROBLEM = RecordCodec.of(Problem.class);

  private final Optional<Packs> packs;
  private final Map<String, RecordCodec> facts = new HashMap<>();

  /** A content as it was stored. */
  record Stored(Analysis analysis, Optional<List<Member>> members) {}

  private Remembered(Optional<Packs> packs, List<ContentInspector<?>> inspectors) {
    this.packs = packs;
    if (packs.isPresent()) {
      for (ContentInspector<?> inspector : inspectors) {
        facts.put(inspector.facts().getName(), RecordCodec.of(inspector.facts()));
      }
    }
  }

  public static Remembered nothing() {
    return new Remembered(Optional.empty(), List.of());
  }

  public static Remembered in(Packs packs, List<ContentInspector<?>> inspectors) {
    return new Remembered(Optional.of(packs), inspectors);
  }

  boolean isKept() {
    return packs.isPresent();
  }

  HostIndex host(Path top) {
    return HostIndex.of(top, packs.flatMap(p -> p.get(HostIndex.key(top))));
  }

  /** What is known of the content of that key. */
  Optional<Stored> content(String key) {
    try {
      return packs.flatMap(p -> p.get("content:" + key)).map(this::read);
    } catch (BadEntry e) {
      return Optional.empty();
    }
  }

  /** Keeps what was learnt that is new, as far as there is room. */
  void keep(
      Map<String, Analysis> analyses,
      Map<String, List<Member>> members,
      Map<String, Stored> recalled,
      Map<Path, HostIndex> hosts) {
    Map<String, byte[]> fresh = new LinkedHashMap<>();
    long size = 0;
    for (Map.Entry<String, Analysis> entry : analyses.entrySet()) {
      if (recalled.containsKey(entry.getKey()) || entry.getKey().startsWith("directory:")) {
        continue;
      }
      byte[] value = write(entry.getValue(), Optional.ofNullable(members.get(entry.getKey())));
      size += value.length;
      if (size > MAX_NEW) {
        break;
      }
      fresh.put("content:" + entry.getKey(), value);
    }
    hosts.forEach((top, index) -> index.toStore().ifPresent(v -> fresh.put(HostIndex.key(top), v)));
    packs.ifPresent(p -> p.add(fresh));
  }

  private byte[] write(Analysis analysis, Optional<List<Member>> members) {
    ValueWriter out = new ValueWriter();
    out.text(analysis.sha256());
    out.number(analysis.size());
    out.text(analysis.type());
    out.flag(analysis.opened());
    problems(out, analysis.problems());
    out.number(analysis.facts().size());
    for (Record record : analysis.facts()) {
      String name = record.getClass().getName();
      out.text(name);
      codec(name).write(out, record);
    }
    out.number(analysis.hits().size());
    analysis.hits().forEach(hit -> HIT.write(out, hit));
    out.flag(members.isPresent());
    if (members.isPresent()) {
      out.number(members.get().size());
      members.get().forEach(member -> write(out, member));
    }
    return out.toBytes();
  }

  private static void write(ValueWriter out, Member member) {
    Entry entry = member.entry;
    Entry.Attributes attributes = entry.attributes();
    out.text(member.path);
    out.text(entry.path());
    out.number(entry.entryType().ordinal());
    out.number(attributes.mode());
    out.number(attributes.uid());
    out.number(attributes.gid());
    out.number(attributes.device());
    out.number(attributes.xattrs().size());
    attributes
        .xattrs()
        .forEach(
            (name, value) -> {
              out.text(name);
              out.array(value);
            });
    out.text(entry.link());
    out.text(entry.type());
    problems(out, member.problems);
    out.text(member.content);
    out.flag(member.kept.isPresent());
    member.kept.ifPresent(out::array);
  }

  private Stored read(byte[] value) {
    ValueReader in = new ValueReader(value);
    String sha256 = in.text();
    long size = in.number();
    String type = in.text();
    boolean opened = in.flag();
    List<Problem> problems = problems(in);
    List<Record> records = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      records.add(codec(in.text()).read(in));
    }
    List<Hit> hits = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      hits.add((Hit) HIT.read(in));
    }
    Optional<List<Member>> members = Optional.empty();
    if (in.flag()) {
      List<Member> all = new ArrayList<>();
      for (int left = in.count(); left > 0; left--) {
        all.add(member(in));
      }
      members = Optional.of(all);
    }
    return new Stored(new Analysis(sha256, size, type, opened, problems, records, hits), members);
  }

  private static Member member(ValueReader in) {
    String path = in.text();
    String stored = in.text();
    int type = in.integer();
    if (type < 0 || type >= EntryType.values().length) {
      throw new BadEntry("no type of entry " + type);
    }
    Entry.Attributes plain =
        new Entry.Attributes(in.integer(), in.integer(), in.integer(), in.number(), Map.of());
    Map<String, byte[]> xattrs = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      xattrs.put(in.text(), in.array());
    }
    Entry entry =
        new Entry(
            stored,
            EntryType.values()[type],
            plain.withXattrs(xattrs),
            in.text(),
            Optional.empty(),
            in.text(),
            Optional.empty(),
            List.of());
    Member member = new Member(entry, path);
    member.problems.addAll(problems(in));
    member.content = in.text();
    member.kept = in.flag() ? Optional.of(in.array()) : Optional.empty();
    return member;
  }

  private static void problems(ValueWriter out, List<Problem> problems) {
    out.number(problems.size());
    problems.forEach(problem -> PROBLEM.write(out, problem));
  }

  private static List<Problem> problems(ValueReader in) {
    List<Problem> problems = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      problems.add((Problem) PROBLEM.read(in));
    }
    return problems;
  }

  private RecordCodec codec(String name) {
    RecordCodec codec = facts.get(name);
    if (codec == null) {
      throw new BadEntry("no inspector gives " + name);
    }
    return codec;
  }
}
