package dev.assay.formats.codec;

import dev.assay.formats.Sink;
import java.util.Arrays;

/**
 * Turns the targets of x86 calls (E8), which LZX stores as absolute addresses so that calls of one
 * function are alike, back into distances.
 */
final class LzxCalls {
  private static final int MOST_FRAMES = 32768;
  private static final int CALL = 0xE8;

  /** No call is changed that begins in the last bytes of a frame. */
  private static final int LAST = 10;

  private int fileSize;
  private int frames;
  private int done;

  /**
   * @param size as the encoder took it; 0 where calls are as they were
   */
  void begin(int size) {
    fileSize = size;
  }

  void write(byte[] window, int from, int length, Sink sink) {
    if (fileSize == 0 || frames++ >= MOST_FRAMES || length <= LAST) {
      sink.write(window, from, length);
    } else {
      byte[] frame = Arrays.copyOfRange(window, from, from + length);
      restore(frame);
      sink.write(frame, 0, length);
    }
    done += length;
  }

  private void restore(byte[] frame) {
    for (int i = 0; i < frame.length - LAST; i++) {
      if ((frame[i] & 0xFF) == CALL) {
        int at = done + i;
        int target = get(frame, i + 1);
        if (target >= -at && target < fileSize) {
          set(frame, i + 1, target >= 0 ? target - at : target + fileSize);
        }
        i += 4;
      }
    }
  }

  private static int get(byte[] bytes, int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  private static void set(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >> 8 * i);
    }
  }
}
