package dev.assay.compare.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
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
import dev.assay.compare.change.keys.CertificateValues;
import dev.assay.compare.change.keys.KeyboxValues;
import dev.assay.compare.change.keys.OpenPgpValues;
import dev.assay.compare.change.keys.PublicKeyValues;
import dev.assay.compare.change.language.BitcodeValues;
import dev.assay.compare.change.language.CamlValues;
import dev.assay.compare.change.language.PascalValues;
import dev.assay.compare.change.language.RustMetadataValues;
import dev.assay.compare.change.language.XmlBeansValues;
import dev.assay.compare.change.media.FontCacheValues;
import dev.assay.compare.change.media.FontValues;
import dev.assay.compare.change.media.GifValues;
import dev.assay.compare.change.media.IconValues;
import dev.assay.compare.change.media.JpegValues;
import dev.assay.compare.change.media.OggValues;
import dev.assay.compare.change.media.PngValues;
import dev.assay.compare.change.media.ProfileValues;
import dev.assay.compare.change.media.SoundValues;
import dev.assay.compare.change.text.JsonValues;
import dev.assay.compare.change.text.MessageValues;
import dev.assay.compare.change.text.XmlValues;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Map;

/** Any bytes for each reader of values: what it answers is the same each time, or Malformed. */
class ValuesFuzzTest {
  @FuzzTest
  void capture(byte[] content) {
    survives(new CaptureValues(), content);
  }

  @FuzzTest
  void openPgp(byte[] content) {
    survives(new OpenPgpValues(), content);
  }

  @FuzzTest
  void publicKey(byte[] content) {
    survives(new PublicKeyValues(), content);
  }

  @FuzzTest
  void keybox(byte[] content) {
    survives(new KeyboxValues(), content);
  }

  @FuzzTest
  void gitIndex(byte[] content) {
    survives(new GitIndexValues(), content);
  }

  @FuzzTest
  void inventory(byte[] content) {
    survives(new InventoryValues(), content);
  }

  @FuzzTest
  void berkeley(byte[] content) {
    survives(new BerkeleyValues(), content);
  }

  @FuzzTest
  void wasm(byte[] content) {
    survives(new WasmValues(), content);
  }

  @FuzzTest
  void python(byte[] content) {
    survives(new PythonValues(), content);
  }

  @FuzzTest
  void bitcode(byte[] content) {
    survives(new BitcodeValues(), content);
  }

  @FuzzTest
  void rustMetadata(byte[] content) {
    survives(new RustMetadataValues(), content);
  }

  @FuzzTest
  void pascal(byte[] content) {
    survives(new PascalValues(), content);
  }

  @FuzzTest
  void caml(byte[] content) {
    survives(new CamlValues(), content);
  }

  @FuzzTest
  void xmlBeans(byte[] content) {
    survives(new XmlBeansValues(), content);
  }

  @FuzzTest
  void deviceTree(byte[] content) {
    survives(new DeviceTreeValues(), content);
  }

  @FuzzTest
  void certificate(byte[] content) {
    survives(new CertificateValues(), content);
  }

  @FuzzTest
  void androidXml(byte[] content) {
    survives(new AndroidXmlValues(), content);
  }

  @FuzzTest
  void resource(byte[] content) {
    survives(new ResourceValues(), content);
  }

  @FuzzTest
  void message(byte[] content) {
    survives(new MessageValues(), content);
  }

  @FuzzTest
  void json(byte[] content) {
    survives(new JsonValues(), content);
  }

  @FuzzTest
  void xml(byte[] content) {
    survives(new XmlValues(), content);
  }

  @FuzzTest
  void disc(byte[] content) {
    survives(new DiscValues(), content);
  }

  @FuzzTest
  void png(byte[] content) {
    survives(new PngValues(), content);
  }

  @FuzzTest
  void jpeg(byte[] content) {
    survives(new JpegValues(), content);
  }

  @FuzzTest
  void gif(byte[] content) {
    survives(new GifValues(), content);
  }

  @FuzzTest
  void icon(byte[] content) {
    survives(new IconValues(), content);
  }

  @FuzzTest
  void profile(byte[] content) {
    survives(new ProfileValues(), content);
  }

  @FuzzTest
  void font(byte[] content) {
    survives(new FontValues(), content);
  }

  @FuzzTest
  void fontCache(byte[] content) {
    survives(new FontCacheValues(), content);
  }

  @FuzzTest
  void ogg(byte[] content) {
    survives(new OggValues(), content);
  }

  @FuzzTest
  void sound(byte[] content) {
    survives(new SoundValues(), content);
  }

  static void survives(Values reader, byte[] content) {
    Bytes bytes = Bytes.of(content);
    try {
      reader.reads("file", "", bytes);
      Map<String, String> values = reader.of(bytes).values();
      assertThat(reader.of(bytes).values()).isEqualTo(values);
    } catch (Malformed refused) {
      // Such contents are compared as bytes.
    }
  }
}
