package dev.assay.catalogue.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jf.dexlib2.Opcodes;
import org.jf.dexlib2.dexbacked.DexBackedDexFile;
import org.jf.dexlib2.iface.ClassDef;
import org.jf.dexlib2.iface.Method;
import org.jf.dexlib2.iface.instruction.Instruction;
import org.jf.dexlib2.iface.instruction.ReferenceInstruction;
import org.junit.jupiter.api.Test;

class AndroidForgeTest {
  @Test
  void writesCodeThatDexlib2Reads() throws IOException {
    byte[] apk =
        new AndroidForge()
            .make(
                Map.of(
                    "code",
                    Map.of(
                        "calls",
                        List.of(
                            "static javax.crypto.Cipher.getInstance(AES/ECB/PKCS5Padding)",
                            "android.location.LocationManager.requestLocationUpdates:Ljava/lang/String;JFLandroid/location/LocationListener;",
                            "android.provider.CallLog.CONTENT_URI"),
                        "strings",
                        List.of("https://control.test/"),
                        "libraries",
                        List.of("com.appsflyer"))));
    DexBackedDexFile dex = new DexBackedDexFile(Opcodes.getDefault(), member(apk, "classes.dex"));
    List<String> references = new ArrayList<>();
    for (ClassDef each : dex.getClasses()) {
      for (Method method : each.getMethods()) {
        for (Instruction instruction : method.getImplementation().getInstructions()) {
          if (instruction instanceof ReferenceInstruction reference) {
            references.add(reference.getReference().toString());
          }
        }
      }
    }
    assertThat(references)
        .contains(
            "AES/ECB/PKCS5Padding",
            "Ljavax/crypto/Cipher;->getInstance(Ljava/lang/String;)V",
            "Landroid/location/LocationManager;->requestLocationUpdates(Ljava/lang/String;JFLandroid/location/LocationListener;)V",
            "Landroid/provider/CallLog;->CONTENT_URI:Ljava/lang/Object;",
            "https://control.test/",
            "Lcom/appsflyer/Control;->work()V");
  }

  private static byte[] member(byte[] apk, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(apk))) {
      while (!zip.getNextEntry().getName().equals(name)) {
        // Not this one.
      }
      return zip.readAllBytes();
    }
  }
}
