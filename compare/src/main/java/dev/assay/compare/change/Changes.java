package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.compare.Equivalence;
import dev.assay.compare.change.bytecode.ClassChanges;
import dev.assay.compare.change.bytecode.DexChanges;
import dev.assay.compare.change.bytecode.PythonValues;
import dev.assay.compare.change.bytecode.WasmValues;
import dev.assay.compare.change.capture.CaptureValues;
import dev.assay.compare.change.data.AndroidXmlValues;
import dev.assay.compare.change.data.BerkeleyValues;
import dev.assay.compare.change.data.DeviceTreeValues;
import dev.assay.compare.change.data.DiscValues;
import dev.assay.compare.change.data.GitIndexValues;
import dev.assay.compare.change.data.InventoryValues;
import dev.assay.compare.change.data.ResourceValues;
import dev.assay.compare.change.data.SqliteChanges;
import dev.assay.compare.change.elf.ElfChanges;
import dev.assay.compare.change.keys.Armour;
import dev.assay.compare.change.keys.CertificateValues;
import dev.assay.compare.change.keys.KeyboxValues;
import dev.assay.compare.change.keys.OpenPgpValues;
import dev.assay.compare.change.keys.PublicKeyValues;
import dev.assay.compare.change.language.BitcodeValues;
import dev.assay.compare.change.language.CamlValues;
import dev.assay.compare.change.language.HaskellChanges;
import dev.assay.compare.change.language.PascalValues;
import dev.assay.compare.change.language.RChanges;
import dev.assay.compare.change.language.RustMetadataValues;
import dev.assay.compare.change.language.XmlBeansValues;
import dev.assay.compare.change.media.FontCacheValues;
import dev.assay.compare.change.media.FontValues;
import dev.assay.compare.change.media.GifValues;
import dev.assay.compare.change.media.IconPictures;
import dev.assay.compare.change.media.IconValues;
import dev.assay.compare.change.media.JpegValues;
import dev.assay.compare.change.media.OggValues;
import dev.assay.compare.change.media.PictureChanges;
import dev.assay.compare.change.media.PngValues;
import dev.assay.compare.change.media.ProfileValues;
import dev.assay.compare.change.media.SoundValues;
import dev.assay.compare.change.pdf.PdfChanges;
import dev.assay.compare.change.program.MachOChanges;
import dev.assay.compare.change.program.PeChanges;
import dev.assay.compare.change.text.JsonValues;
import dev.assay.compare.change.text.MessageValues;
import dev.assay.compare.change.text.PackageChanges;
import dev.assay.compare.change.text.TextChanges;
import dev.assay.compare.change.text.XmlValues;
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
