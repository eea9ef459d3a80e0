package dev.assay.formats.rar;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads RAR archives: lists their members, and opens those that are stored. */
public final class Rar implements Container, Carvable {
  private static final int MAX_TARGET = 4096;
  private static final List<RarHeaders> VERSIONS = List.of(new Rar5Headers(), new Rar4Headers());

  @Override
  public String type() {
    return "application/vnd.rar";
  }

  @Override
  public boolean recognises(Bytes content) {
    return version(content).isPresent();
  }

  private static Optional<RarHeaders> version(Bytes content) {
    return VERSIONS.stream().filter(version -> content.has(0, version.magic())).findFirst();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    RarHeaders version =
        version(content).orElseThrow(() -> new Malformed("rar.header", 0, "no mark of an archive"));
    long at = version.magic().length;
    while (at < content.size()) {
      RarBlock block = version.read(content, at);
      if (!block.sound()) {
        throw new Malformed(
            "rar.header", at, "a header does not match its CRC; what follows is not listed");
      }
      switch (block.kind()) {
        case ENCRYPTED ->
            throw new Malformed("rar.encrypted", at, "all headers that follow are encrypted");
        case END -> {
          return;
        }
        default -> block.member().ifPresent(member -> add(content, block, member, listing));
      }
      if (block.data() > content.size() - block.dataAt()) {
        throw new Malformed(
            "rar.truncated",
            content.size(),
            block.data() + " bytes announced, " + (content.size() - block.dataAt()) + " are there");
      }
      at = block.dataAt() + block.data();
    }
    if (version.areEnded()) {
      listing.problem(
          new Problem("rar.end", content.size(), "ends without the block that ends it"));
    }
  }

  private static void add(Bytes archive, RarBlock block, RarMember member, Listing listing) {
    Entry.Attributes attributes = Entry.Attributes.of(member.mode(), 0, 0);
    String path = member.path();
    if (member.directory()) {
      listing.add(Entry.directory(path, attributes));
      return;
    }
    if (member.link().sort() != RarMember.Sort.NONE) {
      String target = member.link().target();
      listing.add(
          member.link().sort() == RarMember.Sort.SYMBOLIC
              ? Entry.symlink(path, attributes, target)
              : Entry.hardlink(path, attributes, target));
      return;
    }
    List<Problem> problems = new ArrayList<>();
    if (member.parted()) {
      String message = "a part of its content is in another volume";
      problems.add(new Problem("rar.volume", block.dataAt(), message));
    }
    long there = Math.min(block.data(), archive.size() - block.dataAt());
    Bytes data = archive.slice(block.dataAt(), there);
    RarContent content = new RarContent(data, block.dataAt(), member);
    boolean link = EntryType.ofMode(member.mode()) == EntryType.SYMLINK && member.stored();
    listing.add(
        (link && !member.encrypted() && there <= MAX_TARGET
                ? Entry.symlink(path, attributes, Names.decode(data.toArray(MAX_TARGET)))
                : Entry.file(path, attributes, content))
            .withProblems(problems));
  }

  @Override
  public List<byte[]> magics() {
    return VERSIONS.stream().map(RarHeaders::magic).toList();
  }

  /** To the block that ends it, over sound headers. */
  @Override
  public OptionalLong extent(Bytes here) {
    Optional<RarHeaders> version = version(here);
    long at = version.map(each -> each.magic().length).orElse(0);
    while (version.isPresent() && at < here.size()) {
      RarBlock block = version.get().read(here, at);
      if (!block.sound() || block.data() > here.size() - block.dataAt()) {
        return OptionalLong.empty();
      }
      at = block.dataAt() + block.data();
      if (block.kind() == RarBlock.Kind.END) {
        return OptionalLong.of(at);
      }
      if (block.kind() == RarBlock.Kind.ENCRYPTED) {
        return OptionalLong.of(here.size());
      }
    }
    return OptionalLong.empty();
  }
}
