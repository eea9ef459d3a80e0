package dev.assay.inspect.filter;

import dev.assay.inspect.settings.Included;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Programs;
import dev.assay.inspect.starts.Start;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a root file system keeps the rules of its packet filter.
 *
 * @param source as in {@link PacketFilterFacts#source}
 * @param loaded whether something loads them at start
 * @param doubt why there may be other rules; empty where there are none
 */
record FilterFiles(
    String source, Ruleset ruleset, List<SourceFile> files, Answer loaded, Optional<String> doubt) {
  private static final List<String> IP4 =
      List.of(
          "etc/iptables/rules.v4",
          "etc/iptables/iptables.rules",
          "etc/iptables.rules",
          "etc/iptables.up.rules",
          "etc/sysconfig/iptables",
          "etc/network/iptables",
          "etc/network/iptables.rules",
          "etc/iptables.conf",
          "etc/iptables/rules-save");

  private static final List<String> IP6 =
      List.of(
          "etc/iptables/rules.v6",
          "etc/iptables/ip6tables.rules",
          "etc/ip6tables.rules",
          "etc/ip6tables.up.rules",
          "etc/sysconfig/ip6tables",
          "etc/network/ip6tables",
          "etc/network/ip6tables.rules",
          "etc/ip6tables.conf",
          "etc/iptables/rules6-save");

  private static final List<String> NFT =
      List.of("etc/nftables.conf", "etc/nftables.nft", "etc/sysconfig/nftables.conf");

  static List<String> reads() {
    List<String> reads = new ArrayList<>(IP4);
    reads.addAll(IP6);
    reads.addAll(NFT);
    reads.addAll(
        List.of(
            "etc/nftables.d/*.nft",
            "etc/nftables.d/*.conf",
            "etc/nftables/*.nft",
            "etc/nftables/*.conf",
            "etc/ufw/ufw.conf",
            "etc/ufw/*.rules"));
    reads.addAll(Firewalld.READS);
    return reads;
  }

  /** The rules that are loaded; where none are, those that could be. */
  static Optional<FilterFiles> of(Root root, List<Start> starts) {
    List<FilterFiles> all = new ArrayList<>();
    nft(root, starts).ifPresent(all::add);
    iptables(root, starts).ifPresent(all::add);
    ufw(root, starts).ifPresent(all::add);
    firewalld(root, starts).ifPresent(all::add);
    for (Answer wanted : List.of(Answer.YES, Answer.UNKNOWN, Answer.NO)) {
      for (FilterFiles each : all) {
        if (each.loaded() == wanted) {
          return Optional.of(each);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<FilterFiles> nft(Root root, List<Start> starts) {
    Optional<SourceFile> file = NFT.stream().flatMap(path -> root.file(path).stream()).findFirst();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Ruleset ruleset = new Ruleset();
    Included included = new Included(root);
    NftReader reader = new NftReader(ruleset, included);
    included.read(file.get(), reader::read);
    Answer loaded = loaded(root, starts, Set.of("nft"), Set.of("nftables"));
    return Optional.of(
        new FilterFiles("nftables", ruleset, included.files(), loaded, included.doubt()));
  }

  private static Optional<FilterFiles> iptables(Root root, List<Start> starts) {
    List<SourceFile> files = new ArrayList<>();
    Ruleset ruleset = new Ruleset();
    for (SourceFile file : first(root, IP4)) {
      files.add(file);
      new IptablesReader(ruleset, "ip4").read(file);
    }
    for (SourceFile file : first(root, IP6)) {
      files.add(file);
      new IptablesReader(ruleset, "ip6").read(file);
    }
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Answer loaded =
        loaded(
            root,
            starts,
            Set.of("iptables-restore", "ip6tables-restore", "netfilter-persistent"),
            Set.of("netfilter-persistent", "iptables", "iptables-persistent"));
    return Optional.of(new FilterFiles("iptables", ruleset, files, loaded, Optional.empty()));
  }

  private static List<SourceFile> first(Root root, List<String> paths) {
    return paths.stream().flatMap(path -> root.file(path).stream()).limit(1).toList();
  }

  private static Optional<FilterFiles> ufw(Root root, List<Start> starts) {
    Ufw ufw = new Ufw(root);
    Optional<Ruleset> ruleset = ufw.read();
    Answer loaded =
        loaded(root, starts, Set.of("ufw-init", "ufw"), Set.of("ufw"))
            .and(Answer.of(Ufw.enabled(root)));
    return ruleset.map(
        rules -> new FilterFiles("ufw", rules, ufw.files(), loaded, Optional.empty()));
  }

  private static Optional<FilterFiles> firewalld(Root root, List<Start> starts) {
    Firewalld firewalld = new Firewalld(root);
    Answer loaded = loaded(root, starts, Set.of("firewalld"), Set.of("firewalld"));
    return firewalld
        .read()
        .map(
            rules ->
                new FilterFiles("firewalld", rules, firewalld.files(), loaded, firewalld.doubt()));
  }

  private static Answer loaded(
      Root root, List<Start> starts, Set<String> programs, Set<String> services) {
    List<Answer> answers =
        starts.stream()
            .filter(each -> programs.contains(each.name()) || services.contains(each.service()))
            .map(Start::enabled)
            .toList();
    return answers.isEmpty()
        ? Programs.startsUnseen(root)
        : answers.stream().reduce(Answer.NO, Answer::or);
  }
}
