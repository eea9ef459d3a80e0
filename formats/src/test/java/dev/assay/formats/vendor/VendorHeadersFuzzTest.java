package dev.assay.formats.vendor;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Format;
import dev.assay.formats.Hostile;
import java.util.List;

class VendorHeadersFuzzTest {
  private static final List<Format> ALL =
      List.of(
          new Trx(),
          new NetgearChk(),
          new NetgearDni(),
          new DlinkPackage(),
          new DlinkArchive(),
          new Seama(),
          new TpLink(),
          new SafeLoader(),
          new ZyxelRas(),
          new Ubiquiti(),
          new CybertanHeader(),
          new LinksysFooter(),
          new Edimax(),
          new HuaweiUpgrade(),
          new ZteConfiguration(),
          new MediaTekPart(),
          new SamsungSigned());

  @FuzzTest
  void readsAnyBytesToAnAnswer(FuzzedDataProvider data) {
    Format format = data.pickValue(ALL);
    Hostile.read(format, data.consumeRemainingAsBytes());
  }
}
