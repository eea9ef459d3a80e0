package dev.assay.formats.blockimage;

import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Layout;
import dev.assay.formats.Listing;
import dev.assay.formats.brotli.Brotli;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees block images in the members of an update: each adds the image it means. */
public final class BlockImage implements Layout {
  private static final String LIST = ".transfer.list";
  private static final String DATA = ".new.dat";
  private static final String BROTLI = ".new.dat.br";

  @Override
  public String type() {
    return "application/vnd.android.block-image";
  }

  @Override
  public boolean recognises(List<Entry> members) {
    return members.stream().anyMatch(member -> member.path().endsWith(LIST));
  }

  @Override
  public List<Entry> arrange(List<Entry> members, Listing listing) {
    Map<String, Content> contents = new HashMap<>();
    members.forEach(entry -> entry.content().ifPresent(c -> contents.put(entry.path(), c)));
    List<Entry> arranged = new ArrayList<>();
    for (Entry member : members) {
      arranged.add(told(member, contents));
      image(member, contents).ifPresent(arranged::add);
    }
    return arranged;
  }

  private static Optional<Entry> image(Entry member, Map<String, Content> contents) {
    if (!member.path().endsWith(LIST) || member.content().isEmpty()) {
      return Optional.empty();
    }
    String stem = stem(member.path(), LIST);
    return data(stem, contents)
        .map(data -> new BlockImageContent(member.content().get(), data))
        .map(image -> Entry.part(stem + ".img", image));
  }

  private static Optional<Content> data(String stem, Map<String, Content> contents) {
    return Optional.ofNullable(contents.get(stem + DATA))
        .or(() -> Optional.ofNullable(contents.get(stem + BROTLI)).map(Brotli::content));
  }

  /** Data is looked into in its right order only. */
  private static Entry told(Entry member, Map<String, Content> contents) {
    String path = member.path();
    if (path.endsWith(DATA) && contents.containsKey(stem(path, DATA) + LIST)) {
      return member.spokenFor("application/vnd.android.new-data");
    }
    if (path.endsWith(BROTLI) && contents.containsKey(stem(path, BROTLI) + LIST)) {
      return member.spokenFor("application/vnd.android.new-data+brotli");
    }
    return member;
  }

  private static String stem(String path, String end) {
    return path.substring(0, path.length() - end.length());
  }
}
