package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/** Table of contents: whoever can say what changed, in the order in which they are asked. */
public final class Changes {
  private static final List<Change> ALL =
      List.of(
          new PackageChanges(),
          new SqliteChanges(),

          // captures, keys and lists that may look like text
          new ValueChanges(new CaptureValues()),
          new ValueChanges(new OpenPgpValues()),
          new ValueChanges(new PublicKeyValues()),
          new ValueChanges(new KeyboxValues()),
          new ValueChanges(new GitIndexValues()),
          new ValueChanges(new InventoryValues()),
          new ValueChanges(new BerkeleyValues()),

          // programs
          new ElfChanges(),
          new ClassChanges(),
          new DexChanges(),
          new PeChanges(),
          new MachOChanges(),
          new ValueChanges(new WasmValues()),
          new ValueChanges(new PythonValues()),

          // what compilers leave for others
          new ValueChanges(new BitcodeValues()),
          new ValueChanges(new RustMetadataValues()),
          new HaskellChanges(),
          new ValueChanges(new PascalValues()),
          new ValueChanges(new CamlValues()),
          new ValueChanges(new XmlBeansValues()),
          new RChanges(),

          // documents
          new ValueChanges(new DeviceTreeValues()),
          new ValueChanges(new CertificateValues()),
          new ValueChanges(new AndroidXmlValues()),
          new ValueChanges(new ResourceValues()),
          new ValueChanges(new MessageValues()),
          new ValueChanges(new JsonValues()),
          new ValueChanges(new XmlValues()),
          new PdfChanges(),
          new TextChanges(),
          new ZlibChanges(),

          // what containers say of themselves
          new ValueChanges(new DiscValues()),

          // pictures, sounds and fonts
          new PictureChanges(new PngValues(), "png"),
          new PictureChanges(new JpegValues(), "jpeg"),
          new PictureChanges(new GifValues(), "gif"),
          new PictureChanges(new IconValues(), IconPictures::of),
          new ValueChanges(new ProfileValues()),
          new ValueChanges(new FontValues()),
          new ValueChanges(new FontCacheValues()),
          new ValueChanges(new OggValues()),
          new ValueChanges(new SoundValues()));

  private Changes() {}

  /**
   * What changed; empty where nobody can tell.
   *
   * @param most differences of one kind that are named; of further ones the number
   */
  public static List<Aspect> between(String path, String type, Bytes left, Bytes right, int most) {
    for (Change change : ALL) {
      try {
        if (change.explains(path, type, left, right)) {
          List<Aspect> found = change.between(left, right, most);
          if (!found.isEmpty()) {
            return found;
          }
        }
      } catch (Malformed notThisOne) {
        // What cannot be read cannot be explained; the next may.
      }
    }
    return List.of();
  }

  /**
   * What differs in the OpenPGP signatures that stand in armour in two texts, as what may differ;
   * empty where there are none, or they are damaged.
   */
  public static List<Aspect> signatures(Bytes left, Bytes right, int most) {
    List<Aspect> found = new ArrayList<>();
    try {
      ValueSet.differences("OpenPGP", Armour.values(left), Armour.values(right), most, found);
    } catch (Malformed damaged) {
      return List.of();
    }
    return found.stream()
        .map(each -> Aspect.same(Equivalence.SIGNATURE, each.what(), each.before(), each.after()))
        .toList();
  }
}
