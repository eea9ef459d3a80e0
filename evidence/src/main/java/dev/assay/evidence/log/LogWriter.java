package dev.assay.evidence.log;

import dev.assay.evidence.sign.SigningKey;
import dev.assay.verify.attest.Algorithm;
import dev.assay.verify.attest.BadKey;
import dev.assay.verify.attest.TrustedKey;
import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Leaves;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.log.Checkpoint;
import dev.assay.verify.log.Entry;
import dev.assay.verify.log.LogFolder;
import dev.assay.verify.log.Note;
import dev.assay.verify.log.Tiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes logs. The checkpoint is written last: whatever stands beyond it is not yet in the log. */
public final class LogWriter {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final SigningKey key;

  private LogWriter(Path folder, SigningKey key) {
    this.folder = folder;
    this.key = key;
  }

  /**
   * Begins an empty log.
   *
   * @param origin its name, such as {@code lab.example/evaluations}
   * @throws FileAlreadyExistsException if the folder is not empty
   */
  public static void init(Path folder, String origin, SigningKey key) throws IOException, BadKey {
    requireEd25519(key);
    if (!Note.isName(origin)) {
      throw new BadKey("a log's name has no spaces and no +, unlike `" + origin + "`");
    }
    Files.createDirectories(folder);
    try (var children = Files.newDirectoryStream(folder)) {
      if (children.iterator().hasNext()) {
        throw new FileAlreadyExistsException(folder.toString());
      }
    }
    new LogWriter(folder, key).checkpoint(origin, new Leaves());
  }

  /**
   * Appends an entry, unless it is in the log already, after the whole log was checked.
   *
   * @return its index, from 0
   * @throws Damaged if the log is not whole, not this key's, or the entry is too long
   */
  public static int append(Path folder, byte[] entry, SigningKey key)
      throws Damaged, Unreadable, IOException, BadKey {
    requireEd25519(key);
    if (entry.length > Entry.MAX) {
      throw new Damaged("an entry of a log is at most " + Entry.MAX + " bytes");
    }
    try (FileChannel lock = channel(folder)) {
      requireLock(lock, folder);
      return new LogWriter(folder, key).append(entry);
    }
  }

  private int append(byte[] entry) throws Damaged, Unreadable, IOException, BadKey {
    LogFolder log = LogFolder.read(folder);
    TrustedKey own = new TrustedKey("log", "the given key", key.open(), Optional.empty());
    requireSigner(log.checkpoint(), own);
    OptionalInt known = log.index(entry);
    if (known.isPresent()) {
      return known.getAsInt();
    }
    Leaves leaves = log.leaves();
    leaves.add(Entry.leaf(entry));
    int index = (leaves.count() - 1) / Tiles.WIDTH;
    List<byte[]> entries =
        new ArrayList<>(leaves.count() % Tiles.WIDTH == 1 ? List.of() : log.last());
    entries.add(entry);
    write(Tiles.path(Tiles.ENTRIES, index, entries.size()), bundle(entries));
    int level = 0;
    for (Leaves hashes = leaves; hashes.count() > 0; hashes = LogFolder.above(hashes)) {
      int last = (hashes.count() - 1) / Tiles.WIDTH;
      int width = Tiles.width(last, hashes.count());
      write(Tiles.path(String.valueOf(level++), last, width), LogFolder.tile(hashes, last, width));
    }
    checkpoint(log.checkpoint().origin(), leaves);
    return leaves.count() - 1;
  }

  private static void requireSigner(Checkpoint checkpoint, TrustedKey key) throws Damaged {
    TrustedKey signer = checkpoint.signer(new TrustedKeys(List.of(key)), LogFolder.CHECKPOINT);
    if (!signer.equals(key)) {
      throw new Damaged(LogFolder.CHECKPOINT + " is signed with another key");
    }
  }

  /**
   * Adds a witness's signature to the checkpoint.
   *
   * @param name of the witness, such as {@code agency.example/witness}
   * @param time POSIX time, seconds
   */
  public static void cosign(Path folder, String name, long time, SigningKey key)
      throws Damaged, Unreadable, IOException, BadKey {
    requireEd25519(key);
    if (!Note.isName(name)) {
      throw new BadKey("a witness's name has no spaces and no +, unlike `" + name + "`");
    }
    try (FileChannel lock = channel(folder)) {
      requireLock(lock, folder);
      Checkpoint checkpoint = LogFolder.read(folder).checkpoint();
      byte[] signature = key.sign(Checkpoint.cosigned(time, checkpoint.note()));
      new LogWriter(folder, key).replace(checkpoint.witnessed(name, key.open(), time, signature));
    }
  }

  private void checkpoint(String origin, Leaves leaves) throws IOException, BadKey {
    Note note = Checkpoint.unsigned(origin, leaves.count(), leaves.root());
    byte[] signature = key.sign(note.text().getBytes(StandardCharsets.UTF_8));
    replace(Checkpoint.signed(note, origin, key.open(), signature));
  }

  private void replace(Note checkpoint) throws IOException {
    // Always of one name, so that what a stopped run has left is written over.
    Path draft = folder.resolve(".checkpoint.new");
    try {
      Files.write(draft, checkpoint.bytes());
      Files.move(draft, folder.resolve(LogFolder.CHECKPOINT), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static byte[] bundle(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      bundle.writeBytes(ByteBuffer.allocate(2).putShort((short) entry.length).array());
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static FileChannel channel(Path folder) throws Unreadable, IOException {
    if (!Files.exists(folder.resolve(LogFolder.CHECKPOINT))) {
      throw new Unreadable(folder + " is no log; `assay log init` makes one");
    }
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Locks the log until the channel is closed. */
  private static void requireLock(FileChannel channel, Path folder) throws Unreadable, IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Said below.
    }
    throw new Unreadable(folder + " is being written to by another");
  }

  private static void requireEd25519(SigningKey key) throws BadKey {
    if (key.open().algorithm() != Algorithm.ED25519) {
      throw new BadKey("logs are signed with Ed25519 keys");
    }
  }
}
