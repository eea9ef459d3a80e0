package dev.assay.inspect.keys;

import dev.assay.inspect.Draft;
import dev.assay.inspect.FactsInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.secrets.Purpose;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.Locale;

/** Finds key stores: one component for each file. */
public final class KeyStoreInspector extends FactsInspector<KeyMaterial> {
  public static final Kind<KeyStoreFacts> KEY_STORE =
      Kind.of("key-store", KeyStoreFacts.class, "Key store");

  public KeyStoreInspector() {
    super(KeyMaterial.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KEY_STORE);
  }

  @Override
  protected void describe(Root root, Node node, KeyMaterial material, Findings findings) {
    if (!node.analysis().opened()) {
      material.stores().forEach(store -> describe(node, store, findings));
    }
  }

  private static void describe(Node node, FoundStore store, Findings findings) {
    Draft draft =
        findings
            .component(KEY_STORE, node.path(), node.name())
            .artifact(node)
            .signs(
                RiskSigns.UNKNOWN
                    .withExposure(RiskSigns.Exposure.NONE, "a file of the device")
                    .withSurface(node.size(), 0, "data, not code")
                    .withMemoryUnsafe(false, "data, not code")
                    .withParsesInput(false, "data, not code")
                    .withPrivilege(RiskSigns.Privilege.FULL, "holds keys"));
    String summary =
        store.format()
            + ", "
            + store.privateKeys()
            + " private keys, "
            + store.certificates()
            + " certificates, integrity "
            + store.integrity()
            + " with "
            + store.iterations()
            + " rounds"
            + (store.passwordKnown()
                ? ", opens with `" + store.password() + "`"
                : ", no well-known password opens it");
    for (String fact :
        List.of(
            "format",
            "integrity",
            "iterations",
            "passwordKnown",
            "encryption",
            "privateKeys",
            "secretKeys")) {
      draft.seen(fact, node.whole(summary));
    }
    String mode = String.format(Locale.ROOT, "mode %04o", node.mode());
    draft.seen("worldReadable", node.whole(mode)).seen("writable", node.whole(mode));
    if (store.privateKeys() < 0) {
      for (String fact :
          List.of("privateKeys", "certificates", "secretKeys", "trustStore", "aliases")) {
        draft.unknown(fact, "no well-known password opens the store");
      }
    }
    if (!store.passwordKnown() && store.iterations() > Pkcs12Store.MAX_ROUNDS) {
      draft.unknown("passwordKnown", "with so many rounds no password was tried");
    }
    if (node.mode() == 0) {
      draft
          .unknown("worldReadable", "the container stores no file modes")
          .unknown("writable", "the container stores no file modes");
    }
    draft.facts(
        new KeyStoreFacts(
            store.format(),
            store.integrity(),
            store.iterations(),
            store.passwordKnown(),
            store.password(),
            store.privateKeys(),
            store.certificates(),
            store.secretKeys(),
            store.aliases(),
            store.encryption(),
            store.privateKeys() == 0 && store.secretKeys() == 0,
            (node.mode() & 0004) != 0,
            (node.mode() & 0022) != 0,
            Purpose.of(node.inRoot()) == Purpose.EXAMPLE));
  }
}
