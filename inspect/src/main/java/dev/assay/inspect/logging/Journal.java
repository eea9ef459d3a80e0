package dev.assay.inspect.logging;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.DropIns;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code journald.conf} and {@code journal-upload.conf} with their drop-ins; defaults of 252. */
final class Journal {
  private static final String NAME = "systemd/journald.conf";
  private static final String UPLOAD = "systemd/journal-upload.conf";

  private Journal() {}

  static List<String> reads() {
    List<String> reads = new ArrayList<>(DropIns.reads(NAME));
    reads.addAll(DropIns.reads(UPLOAD));
    return reads;
  }

  static void report(Root root, Findings findings) {
    List<SourceFile> files = DropIns.of(root, NAME);
    Optional<String> where =
        files.stream().map(SourceFile::path).findFirst().or(() -> daemon(root));
    if (where.isEmpty()) {
      return;
    }
    String path = where.get();
    Draft draft = findings.component(LoggingInspector.JOURNAL, path, "journald");
    files.forEach(file -> draft.artifact(file.path()));
    Map<String, Setting> own = DropIns.effective(files, "Journal");
    Effective values = new Effective(draft, path, key -> Optional.ofNullable(own.get(key)));
    List<SourceFile> uploads = DropIns.of(root, UPLOAD);
    if (!files.isEmpty()) {
      uploads.replaceAll(file -> file.in(files.getFirst()));
    }
    Map<String, Setting> upload = DropIns.effective(uploads, "Upload");
    Effective sent = new Effective(draft, path, key -> Optional.ofNullable(upload.get(key)));
    String storage = values.word("storage", "Storage", "auto");
    values.text("persistent", "Storage", "auto");
    String url = sent.text("uploads", "URL", "");
    sent.text("uploadsProtected", "URL", "");
    boolean there = root.isDirectory("var/log/journal");
    boolean burst = values.number("rateLimited", "RateLimitBurst", 10_000) > 0;
    draft
        .signs(LoggingInspector.signs("keeps what services write", own.size()))
        .facts(
            new JournalFacts(
                storage,
                storage.equals("persistent") || storage.equals("auto") && there,
                values.yes("forwardsToSyslog", "ForwardToSyslog", forwardsByDefault(files)),
                values.yes("forwardsToConsole", "ForwardToConsole", false),
                values.yes("seals", "Seal", true),
                !values.text("compresses", "Compress", "yes").matches("no|false|0|off"),
                !values.text("limited", "SystemMaxUse", "").isEmpty()
                    || !values.text("limited", "RuntimeMaxUse", "").isEmpty(),
                burst && values.seconds("rateLimited", "RateLimitIntervalSec", 30) > 0,
                values.seconds("retention", "MaxRetentionSec", 0),
                values.seconds("syncInterval", "SyncIntervalSec", 300),
                values.word("highestStored", "MaxLevelStore", "debug"),
                values.yes("readsKernel", "ReadKMsg", true),
                url,
                url.startsWith("https://") || !url.isEmpty() && !url.contains("://")));
  }

  /** Without a file all defaults hold. */
  private static Optional<String> daemon(Root root) {
    return root.node("usr/lib/systemd/systemd-journald")
        .or(() -> root.node("lib/systemd/systemd-journald"))
        .map(Node::path);
  }

  /** Since 216 no; Debian keeps yes. The delivered file shows the default of its build. */
  private static boolean forwardsByDefault(List<SourceFile> files) {
    return files.stream().anyMatch(file -> file.text().contains("#ForwardToSyslog=yes"));
  }
}
