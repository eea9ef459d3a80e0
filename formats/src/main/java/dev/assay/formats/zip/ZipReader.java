package dev.assay.formats.zip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists one archive by its central directory, or by its local headers where the directory is
 * missing.
 */
final class ZipReader {
  /** Where Mozilla has the directory: before all members. */
  static final int READ_AHEAD = 4;

  private static final int MAX_DIRECTORY = 512 << 20;

  private final Bytes content;
  private final Listing listing;
  private final ZipRules rules;

  ZipReader(Bytes content, Listing listing) {
    this(content, listing, ZipRules.STANDARD);
  }

  ZipReader(Bytes content, Listing listing, ZipRules rules) {
    this.content = content;
    this.listing = listing;
    this.rules = rules;
  }

  void read() {
    Optional<ZipEnd> end = ZipEnd.find(content, rules);
    if (end.isEmpty() || end.get().size() > MAX_DIRECTORY) {
      listing.problem(
          new Problem(
              "zip.no-directory",
              -1,
              "expected a central directory at the end, found none; members read by their local headers"));
      list(ZipScan.members(content));
      return;
    }
    List<ZipMember> members = directory(end.get());
    doubt(end.get(), members.size());
    long first =
        members.stream().mapToLong(member -> member.start).min().orElse(end.get().directory());
    boolean ahead = end.get().directory() == READ_AHEAD && first > READ_AHEAD;
    if (first > 0
        && !ahead
        && first <= content.size()
        && ZipHeader.fill(content, 0, first) < first) {
      listing.add(Entry.part("[prefix]", Content.of(content.slice(0, first))));
    }
    list(members);
    long trailing = Zeros.after(content, end.get().end());
    if (trailing < content.size()) {
      long rest = content.size() - trailing;
      listing.problem(
          new Problem(
              "zip.trailing-data",
              trailing,
              rest + " bytes follow the archive; listed as `[trailing]`"));
      listing.add(Entry.part("[trailing]", Content.of(content.from(trailing))));
    }
  }

  /** Readers that believe the end see other members than readers that believe the directory. */
  private void doubt(ZipEnd end, int members) {
    if (end.disputed()) {
      listing.problem(
          new Problem(
              "zip.two-directories",
              end.directory(),
              "the end of the archive leads to two central directories; this one is followed"));
    }
    if ((members & 0xFFFF) != (end.members() & 0xFFFF)) {
      listing.problem(
          new Problem(
              "zip.members",
              end.directory(),
              "announces "
                  + end.members()
                  + " members, the directory has "
                  + members
                  + "; all are read"));
    }
  }

  private List<ZipMember> directory(ZipEnd end) {
    Block directory = content.block(end.directory(), (int) end.size());
    List<ZipMember> members = new ArrayList<>();
    try {
      for (int at = 0; at < directory.size(); ) {
        ZipHeader header = ZipHeader.central(directory, at);
        members.add(ZipMember.of(content, header, end.shift(), rules));
        at = (int) header.end();
      }
    } catch (Malformed damage) {
      Problem problem = damage.problem();
      listing.problem(
          new Problem(
              problem.code(), end.directory() + Math.max(0, problem.offset()), problem.message()));
    }
    return members;
  }

  private void list(List<ZipMember> members) {
    Map<ZipMember, ZipMember> overlaps = overlaps(members);
    long shared = 0;
    for (ZipMember member : members) {
      Optional<ZipMember> other = Optional.ofNullable(overlaps.get(member));
      other.ifPresent(member::shares);
      shared += other.isPresent() ? member.end - member.start : 0;
      if (other.isPresent() && shared > content.size()) {
        member.leaveOut();
      }
      listing.add(member.entry(listing.memory(), rules));
    }
  }

  /**
   * Members whose bytes belong to another that starts before them, as in archives that unpack to a
   * multiple of themselves.
   */
  private static Map<ZipMember, ZipMember> overlaps(List<ZipMember> members) {
    List<ZipMember> ordered =
        members.stream()
            .filter(member -> member.end > member.start)
            .sorted(Comparator.comparingLong(member -> member.start))
            .toList();
    Map<ZipMember, ZipMember> found = new HashMap<>();
    Optional<ZipMember> before = Optional.empty();
    for (ZipMember member : ordered) {
      if (before.isPresent() && member.start < before.get().end) {
        found.put(member, before.get());
      } else {
        before = Optional.of(member);
      }
    }
    return found;
  }
}
