package dev.assay.formats.dwarf;

import dev.assay.formats.Malformed;

/** Reads the two kinds of entries of call frames. */
record FrameReader(CallFrames.Place place) {
  CommonEntry common(Cursor in, int offsetSize, int number) {
    int version = in.u8();
    String augmentation = in.text();
    int addressSize = place.addressSize();
    if (version >= 4) {
      addressSize = in.u8();
      in.u8(); // size of segment selectors
    }
    if (augmentation.startsWith("eh")) {
      in.number(addressSize); // of GCC 2: where the exception table is
    }
    long code = in.uleb();
    long data = in.sleb();
    long register = version == 1 ? in.u8() : in.uleb();
    Augmented augmented = new Augmented(0, EncodedPointer.OMITTED, 0);
    if (augmentation.startsWith("z")) {
      augmented = augmented(in.part(in.uleb()), in, augmentation, addressSize);
    }
    return new CommonEntry(
        number,
        place.order(),
        version,
        augmentation,
        addressSize,
        offsetSize,
        code,
        data,
        register,
        augmented.pointers(),
        augmented.data(),
        augmented.personality(),
        in.slice(in.block().size() - in.at()));
  }

  private record Augmented(int pointers, int data, long personality) {}

  /** The letters behind z, in whose order the data is. */
  private Augmented augmented(Cursor data, Cursor whole, String letters, int addressSize) {
    int pointers = 0;
    int exceptions = EncodedPointer.OMITTED;
    long personality = 0;
    long origin = whole.at() - data.block().size();
    for (int i = 1; i < letters.length(); i++) {
      switch (letters.charAt(i)) {
        case 'L' -> exceptions = data.u8();
        case 'R' -> pointers = data.u8();
        case 'P' -> {
          int encoding = data.u8();
          personality = pointer(addressSize, origin).read(data, encoding);
        }
        case 'S', 'B', 'G' -> {}
        default -> {
          return new Augmented(pointers, exceptions, personality);
        }
      }
    }
    return new Augmented(pointers, exceptions, personality);
  }

  private EncodedPointer pointer(int addressSize, long origin) {
    return new EncodedPointer(addressSize, place.address() + origin, 0);
  }

  FunctionEntry function(Cursor in, long at, CommonEntry of) {
    EncodedPointer pointers = pointer(of.addressSize(), 0);
    if (of.pointerEncoding() == EncodedPointer.OMITTED) {
      throw new Malformed("dwarf.pointer", in.at(), "a function without an address");
    }
    long start = pointers.read(in, of.pointerEncoding());
    long length = pointers.length(in, of.pointerEncoding());
    long exceptions = 0;
    if (of.hasAugmentationData()) {
      Cursor data = in.part(in.uleb());
      if (of.dataEncoding() != EncodedPointer.OMITTED && !data.isAtEnd()) {
        long origin = in.at() - data.block().size();
        exceptions = pointer(of.addressSize(), origin).read(data, of.dataEncoding());
      }
    }
    return new FunctionEntry(
        of, at, start, length, exceptions, in.slice(in.block().size() - in.at()));
  }
}
