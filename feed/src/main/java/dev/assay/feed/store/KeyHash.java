package dev.assay.feed.store;

/**
 * The 64 bits of a key by which the indexes are ordered: FNV-1a, its bits mixed once more. Equal
 * hashes are told apart by the keys themselves.
 */
final class KeyHash {
  private KeyHash() {}

  static long of(byte[] key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    // The finaliser of MurmurHash3: FNV leaves the high bits of short keys alike.
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
