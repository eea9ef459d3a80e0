package dev.assay.formats.named;

import dev.assay.formats.Bytes;
import dev.assay.formats.Leaf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A format by magic number.
 *
 * @param type media type
 * @param marks all of which must be there
 */
public record Named(String type, List<Mark> marks) implements Leaf {
  /** Bytes at an offset. */
  public record Mark(int offset, byte[] bytes) {}

  private static final List<Named> ALL =
      List.of(
          // pictures
          hex("image/png", 0, "89504e470d0a1a0a"),
          hex("image/jpeg", 0, "ffd8ff"),
          text("image/gif", 0, "GIF8"),
          text("image/webp", 0, "RIFF").and(8, "WEBP"),
          hex("image/vnd.microsoft.icon", 0, "000001000100"),
          hex("image/vnd.microsoft.icon", 0, "000001000200"),
          hex("image/vnd.microsoft.icon", 0, "000001000300"),
          // of four pictures or more with where the first one begins
          hex("image/vnd.microsoft.icon", 0, "000001000400").and(18, "F\0\0\0"),
          hex("image/vnd.microsoft.icon", 0, "000001000500").and(18, "V\0\0\0"),
          hex("image/vnd.microsoft.icon", 0, "000001000600").and(18, "f\0\0\0"),
          hex("image/vnd.microsoft.icon", 0, "000001000700").and(18, "v\0\0\0"),
          hex("image/vnd.microsoft.icon", 0, "000001000800").and(18, "\u0086\0\0\0"),
          hex("image/vnd.microsoft.icon", 0, "000001000900").and(18, "\u0096\0\0\0"),
          hex("image/vnd.microsoft.icon", 0, "000001000a00").and(18, "\u00a6\0\0\0"),
          text("image/x-icns", 0, "icns\0"),
          hex("image/tiff", 0, "49492a00"),
          hex("image/tiff", 0, "4d4d002a"),
          text("image/x-xcf", 0, "gimp xcf"),
          text("image/avif", 4, "ftypavif"),
          hex("image/jp2", 0, "0000000c6a5020200d0a870a"),
          text("image/vnd.adobe.photoshop", 0, "8BPS\0\1"),
          text("application/pdf", 0, "%PDF-"),
          text("application/vnd.iccprofile", 36, "acsp"),
          // fonts
          hex("font/ttf", 0, "0001000000"),
          text("font/otf", 0, "OTTO"),
          text("font/collection", 0, "ttcf"),
          text("font/woff", 0, "wOFF"),
          text("font/woff2", 0, "wOF2"),
          hex("application/vnd.ms-fontobject", 8, "00000100").and(34, "LP"),
          hex("application/vnd.ms-fontobject", 8, "01000200").and(34, "LP"),
          hex("application/vnd.ms-fontobject", 8, "02000200").and(34, "LP"),
          hex("application/x-font-pcf", 0, "0166637001"),
          hex("application/x-font-psf", 0, "72b54a86"),
          text("application/x-grub-font", 0, "FILE\0\0\0\4PFF2"),
          hex("application/x-font-type1", 0, "8001").and(6, "%!PS"),
          // signature of an Android package beside it (scheme v4): version 2, SHA-256 over pages of
          // 4 KiB
          hex("application/vnd.android.apk-signature", 0, "02000000").and(8, "\1\0\0\0\f"),
          // sound and film
          text("audio/ogg", 0, "OggS"),
          text("audio/flac", 0, "fLaC"),
          text("audio/mpeg", 0, "ID3"),
          hex("audio/mpeg", 0, "fffb"),
          hex("audio/mpeg", 0, "fff3"),
          hex("audio/mpeg", 0, "fffa"),
          text("audio/wav", 0, "RIFF").and(8, "WAVE"),
          text("audio/basic", 0, ".snd"),
          text("audio/amr", 0, "#!AMR"),
          text("audio/midi", 0, "MThd\0\0\0\6"),
          text("video/mp4", 4, "ftyp"),
          text("video/x-flv", 0, "FLV\1"),
          text("video/x-janus-recording", 0, "MEETECHO"),
          hex("video/webm", 0, "1a45dfa3"),
          text("video/x-msvideo", 0, "RIFF").and(8, "AVI "),
          // tables of a running system
          text("application/x-tzif", 0, "TZif"),
          hex("application/x-gettext-mo", 0, "de120495"),
          hex("application/x-gettext-mo", 0, "950412de"),
          hex("application/x-terminfo", 0, "1a01").and(3, "\0"),
          hex("application/x-terminfo", 0, "1e02").and(3, "\0"),
          hex("application/x-glibc-locale", 1, "070920"),
          hex("application/x-locale-archive", 0, "090102de"),
          text("application/x-ldconfig-cache", 0, "glibc-ld.so.cache"),
          text("application/x-ldconfig-cache", 0, "ld.so-1.7.0"),
          text("application/x-systemd-hwdb", 0, "KSLPHHRH"),
          text("application/x-kmod-index", 0, "\u00b0\7\u00f4W"),
          text("application/x-kmod-index", 0, "\u00b0\7\u00f4]"),
          text("application/x-mime-cache", 0, "\0\1\0\2\0\0"),
          text("application/x-gvariant-database", 0, "GVariant"),
          text("application/x-gvdb-swapped", 0, "raVGtnai"),
          hex("application/x-keymap", 0, "6b6d6170"),
          text("application/x-bkeymap", 0, "bkeymap"),
          hex("application/x-selinux-policy", 0, "8cff7cf9"),
          hex("application/x-icu-data", 2, "da271400"),
          hex("application/x-icu-data", 2, "da270014"),
          hex("application/x-file-magic", 0, "1c041ef1"),
          text("application/x-journal", 0, "LPKSHHRH"),
          hex("application/x-chromium-pak", 0, "05000000").and(5, "\0\0\0"),
          text("application/x-screen-encoding", 0, "ScreenI2UTF8"),
          // databases
          text("application/vnd.sqlite3", 0, "SQLite format 3\0"),
          hex("application/x-berkeley-db", 12, "61150600"),
          hex("application/x-berkeley-db", 12, "00061561"),
          hex("application/x-berkeley-db", 12, "62310500"),
          hex("application/x-gdbm", 0, "cf9a5713"),
          text("application/x-tdb", 0, "TDB file\n"),
          text("application/x-lmdb", 16, "\u00de\u00c0\u00ef\u00be"),
          text("application/x-maxmind-db", 0, "\u00ab\u00cd\u00efMaxMind.com"),
          text("application/x-leveldb", 0, "leveldb."),
          text("application/x-pack", 0, "PACK\0\0\0\2"),
          hex("application/x-git-index", 0, "ff744f63"),
          text("application/x-git-index", 0, "DIRC\0\0\0"),
          // compiled
          hex("application/x-python-bytecode", 2, "0d0a").and(5, "\0\0\0"),
          // for one to five machines; where a class file has its version, which is 45 at least
          hex("application/x-mach-binary", 0, "cafebabe00000001"),
          hex("application/x-mach-binary", 0, "cafebabe00000002"),
          hex("application/x-mach-binary", 0, "cafebabe00000003"),
          hex("application/x-mach-binary", 0, "cafebabe00000004"),
          hex("application/x-mach-binary", 0, "cafebabe00000005"),
          hex("application/java-vm", 0, "cafebabe0000"),
          text("application/wasm", 0, "\0asm\1\0\0\0"),
          text("application/x-lua-bytecode", 0, "\u001bLua"),
          text("application/x-luajit-bytecode", 0, "\u001bLJ"),
          text("application/vnd.android.dex", 0, "dex\n0"),
          text("application/x-erlang-beam", 0, "FOR1").and(8, "BEAM"),
          text("application/x-emacs-elc", 0, ";ELC"),
          text("application/x-perl-storable", 0, "pst0"),
          text("application/x-llvm-bitcode", 0, "BC\u00c0\u00de"),
          hex("application/x-llvm-bitcode", 0, "dec0170b"),
          text("application/x-eBPF-btf", 0, "\u009f\u00eb\1\0"),
          // the table of partitions of Samsung's phones
          hex("application/vnd.samsung.pit", 0, "76983412"),
          // keys and stores that are read elsewhere
          hex("application/x-java-keystore", 0, "feedfeed000000"),
          hex("application/x-java-jce-keystore", 0, "cececece000000"),
          hex("application/pgp-keys", 0, "99").and(3, "\4").and(8, "\1"),
          hex("application/pgp-keys", 0, "99").and(3, "\4").and(8, "\21"),
          hex("application/pgp-keys", 0, "99").and(3, "\4").and(8, "\26"),
          hex("application/pgp-keys", 0, "98").and(2, "\4").and(7, "\1"),
          text("application/x-gnupg-keybox", 8, "KBXf"),
          // encrypted
          hex("application/vnd.cryptsetup.luks", 0, "4c554b53babe"),
          text("application/x-openssl-salted", 0, "Salted__"),
          text("application/x-age-encryption", 0, "age-encryption.org/v1\n"),
          text("application/x-ansible-vault", 0, "$ANSIBLE_VAULT;"),
          text("application/x-vim-encrypted", 0, "VimCrypt~"),
          hex("application/x-keepass", 0, "03d9a29a67fb4bb5"),
          text("application/pgp-encrypted", 0, "-----BEGIN PGP MESSAGE-----"),
          hex("application/pgp-encrypted", 0, "8c0d04"),
          text("application/x-bitlocker", 3, "-FVE-FS-"),
          // size of the header, which is a MessagePack array of two
          hex("application/vnd.synology.encrypted-package", 1, "adbeef").and(6, "\0\0\u0092"));

  /** Those that content may be whose first byte is the index, in their order. */
  private static final List<List<Named>> BY_FIRST_BYTE = byFirstByte();

  private static List<List<Named>> byFirstByte() {
    List<List<Named>> lists = new ArrayList<>();
    for (int first = 0; first < 1 << Byte.SIZE; first++) {
      lists.add(new ArrayList<>());
    }
    for (Named named : ALL) {
      int start = named.firstByte();
      if (start >= 0) {
        lists.get(start).add(named);
      } else {
        lists.forEach(list -> list.add(named));
      }
    }
    return lists;
  }

  public static List<Named> all() {
    return ALL;
  }

  /** The first that recognises the content. */
  public static Optional<Named> of(Bytes content) {
    if (content.size() == 0) {
      return Optional.empty();
    }
    for (Named named : BY_FIRST_BYTE.get(content.block(0, 1).u8(0))) {
      if (named.recognises(content)) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  /** The byte that content begins with; −1 where it may be any. */
  private int firstByte() {
    for (Mark mark : marks) {
      if (mark.offset() == 0) {
        return mark.bytes()[0] & 0xFF;
      }
    }
    return -1;
  }

  /** Media types of content that is encrypted as a whole. */
  public static boolean isEncrypted(String type) {
    return switch (type) {
      case "application/vnd.cryptsetup.luks",
          "application/x-openssl-salted",
          "application/x-age-encryption",
          "application/x-ansible-vault",
          "application/x-vim-encrypted",
          "application/x-keepass",
          "application/pgp-encrypted",
          "application/x-bitlocker",
          "application/vnd.synology.encrypted-package" ->
          true;
      default -> false;
    };
  }

  @Override
  public boolean recognises(Bytes content) {
    for (Mark mark : marks) {
      if (!content.has(mark.offset(), mark.bytes())) {
        return false;
      }
    }
    return true;
  }

  /** With characters of ISO 8859-1 at a further offset. */
  public Named and(int offset, String expected) {
    return new Named(
        type, Stream.concat(marks.stream(), Stream.of(mark(offset, expected))).toList());
  }

  /** By characters of ISO 8859-1. */
  public static Named text(String type, int offset, String expected) {
    return new Named(type, List.of(mark(offset, expected)));
  }

  /** By bytes in hex. */
  public static Named hex(String type, int offset, String expected) {
    return new Named(type, List.of(new Mark(offset, HexFormat.of().parseHex(expected))));
  }

  private static Mark mark(int offset, String expected) {
    return new Mark(offset, expected.getBytes(StandardCharsets.ISO_8859_1));
  }
}
