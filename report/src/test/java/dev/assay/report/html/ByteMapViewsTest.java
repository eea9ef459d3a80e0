package dev.assay.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Product;
import dev.assay.model.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteMapViewsTest {
  private static final List<Stretch> OUTLINE =
      List.of(
          new Stretch(0, 0x3000, "u-boot", "unknown", "random", 7.99),
          new Stretch(0x3000, 0x5000, "", "padding", "255", 0),
          new Stretch(0x8000, 0x8000, "root", "structure", "application/vnd.squashfs", 0));

  private static Page.ByteMapView view() {
    Product.Image image = new Product.Image("flash.bin", "", 0x10000, OUTLINE);
    return ByteMapViews.of(List.of(image)).getFirst();
  }

  @Test
  void aStretchGoesOnInTheRowsBelow() {
    Page.ByteMapView view = view();
    assertThat(view.labels()).hasSize(16);
    assertThat(view.labels().get(3).text()).isEqualTo("0x00003000");
    assertThat(view.stretches())
        .extracting(stretch -> stretch.bars().size())
        .containsExactly(3, 5, 8);
    assertThat(view.stretches().get(1).bars().getFirst())
        .isEqualTo(new Page.Bar("84.0", "60", "916.0", "17"));
  }

  @Test
  void everyStretchSaysWhatAndWhereItIs() {
    assertThat(view().stretches())
        .extracting(Page.StretchView::label)
        .containsExactly(
            "u-boot, unknown, entropy 7.99, encrypted or random, at 0x0, 12.3 kB",
            "padding 0xff, at 0x3000, 20.5 kB",
            "root, application/vnd.squashfs, at 0x8000, 32.8 kB");
  }

  @Test
  void sharesAreThoseOfTheImage() {
    assertThat(view().shares())
        .containsExactly(
            new Page.Share("known", "50.0 % known structures"),
            new Page.Share("opaque", "18.8 % unknown, compressed, encrypted or random"),
            new Page.Share("padding", "31.3 % padding"));
  }

  @Test
  void anImageOfOneThingHasNoPicture() {
    Product.Image image = new Product.Image("a", "", 9, OUTLINE.subList(0, 1));
    assertThat(ByteMapViews.of(List.of(image))).isEmpty();
  }

  @Test
  void theSmallestStretchOfALargeImageCanBeSeen() {
    List<Stretch> outline =
        List.of(
            new Stretch(0, 1L << 40, "", "padding", "0", 0),
            new Stretch(1L << 40, 1, "", "text", "", 0));
    Product.Image image = new Product.Image("a", "", (1L << 40) + 1, outline);
    assertThat(ByteMapViews.of(List.of(image)).getFirst().stretches().getLast().bars())
        .containsExactly(new Page.Bar("84.0", "160", "1.5", "17"));
  }
}
