package dev.assay.formats.nordic;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Layout;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.json.Json;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the programs of an update package against their init packets. */
public final class NordicPackage implements Layout {
  private static final String MANIFEST = "manifest.json";
  private static final int MAX_DOCUMENT = 1 << 16;
  private static final List<String> KINDS =
      List.of("application", "bootloader", "softdevice", "softdevice_bootloader");

  @Override
  public String type() {
    return "application/vnd.nordic.dfu-package";
  }

  @Override
  public boolean recognises(List<Entry> members) {
    return find(MANIFEST, members).isPresent()
        && members.stream().anyMatch(member -> member.path().endsWith(".dat"));
  }

  @Override
  public List<Entry> arrange(List<Entry> members, Listing listing) {
    List<Entry> arranged = new ArrayList<>(members);
    for (String kind : KINDS) {
      Json named = manifest(members, listing).get(kind);
      Optional<Entry> packet = find(named.get("dat_file").text(), members);
      Optional<Entry> program = find(named.get("bin_file").text(), members);
      if (packet.isPresent() && program.isPresent()) {
        List<Problem> problems = problems(packet.get(), program.get(), listing);
        List<Problem> all = new ArrayList<>(program.get().problems());
        all.addAll(problems);
        arranged.replaceAll(
            entry -> entry.path().equals(program.get().path()) ? entry.withProblems(all) : entry);
      }
    }
    return List.copyOf(arranged);
  }

  /** Many things are called manifest.json; one that is no JSON tells nothing here. */
  private static Json manifest(List<Entry> members, Listing listing) {
    try {
      return find(MANIFEST, members)
          .map(entry -> Json.parse(open(entry, listing).toArray(MAX_DOCUMENT)).get("manifest"))
          .orElse(Json.nothing());
    } catch (Malformed | Content.Partial another) {
      return Json.nothing();
    }
  }

  private static List<Problem> problems(Entry packet, Entry program, Listing listing) {
    try {
      Bytes told = open(packet, listing);
      InitPacket init = InitPacket.read(told.head(MAX_DOCUMENT));
      List<Problem> problems = new ArrayList<>();
      if (!init.signed()) {
        problems.add(new Problem("nordic.unsigned", -1, packet.path() + " has no signature"));
      }
      if (init.debug()) {
        problems.add(
            new Problem("nordic.debug", -1, packet.path() + " lets any version be installed"));
      }
      if (init.sha256().isPresent()) {
        byte[] computed = Sums.digest("SHA-256", open(program, listing));
        problems.addAll(Sums.check("nordic.digest", -1, init.sha256().get(), computed));
      }
      return problems;
    } catch (Malformed damage) {
      return List.of(damage.problem());
    } catch (Content.Partial damage) {
      return List.of(damage.malformed().problem());
    }
  }

  private static Bytes open(Entry entry, Listing listing) {
    return entry.content().orElseThrow().open(listing.memory());
  }

  private static Optional<Entry> find(String path, List<Entry> members) {
    return members.stream()
        .filter(member -> member.content().isPresent() && member.path().equals(path))
        .findFirst();
  }
}
