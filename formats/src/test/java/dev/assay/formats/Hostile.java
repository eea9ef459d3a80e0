package dev.assay.formats;

import java.util.Arrays;
import java.util.Random;

/**
 * Damages a valid sample in many ways and reads it to the end. Readers may only answer with
 * problems, {@link Malformed} or {@link Content.Partial}; anything else that is thrown fails the
 * test.
 */
public final class Hostile {
  private static final int TRUNCATIONS = 150;
  private static final int MUTATIONS = 400;

  private Hostile() {}

  /**
   * Reads the sample cut short at many places, with random bytes changed, and with fields set to
   * extreme values.
   */
  public static void survives(Format format, byte[] sample) {
    Seeds.plant(format, sample);
    for (int i = 0; i < TRUNCATIONS; i++) {
      int length = (int) ((long) sample.length * i / TRUNCATIONS);
      read(format, Arrays.copyOf(sample, length));
    }
    Random random = new Random(42);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] damaged = sample.clone();
      int changes = 1 + random.nextInt(8);
      // Half of the damage goes where headers are.
      int span = i % 2 == 0 ? damaged.length : Math.min(damaged.length, 512);
      for (int c = 0; c < changes && span > 0; c++) {
        damaged[random.nextInt(span)] = extreme(random);
      }
      read(format, damaged);
    }
  }

  /** Reads any bytes with a format, whether it recognises them or not. */
  public static void read(Format format, byte[] bytes) {
    read(format, Bytes.of(bytes));
  }

  /** As {@link #read(Format, byte[])}. */
  public static void read(Format format, Bytes content) {
    try {
      format.recognises(content);
    } catch (Malformed refused) {
      // Counts as no.
    }
    try {
      switch (format) {
        case Container container ->
            Listed.of(container, content)
                .entries
                .forEach(entry -> entry.content().ifPresent(Hostile::open));
        case Encoding encoding -> encoding.decode(content, new HeapMemory());
        case Leaf leaf -> {}
      }
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }

  private static void open(Content content) {
    try {
      content.open(new HeapMemory());
    } catch (Malformed | Content.Partial refused) {
      // Recorded as a problem in a scan.
    }
  }

  private static byte extreme(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> (byte) 0xFF;
      case 2 -> 0x7F;
      default -> (byte) random.nextInt(256);
    };
  }
}
