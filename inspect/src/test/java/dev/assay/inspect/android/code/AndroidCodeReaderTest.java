package dev.assay.inspect.android.code;

import static dev.assay.inspect.android.code.App.call;
import static dev.assay.inspect.android.code.App.make;
import static dev.assay.inspect.android.code.App.method;
import static dev.assay.inspect.android.code.App.nothing;
import static dev.assay.inspect.android.code.App.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jf.dexlib2.Opcode;
import org.junit.jupiter.api.Test;

class AndroidCodeReaderTest {
  private static final String MAIN = "Ltest/control/Main;";
  private static final String PHONE = "Landroid/telephony/TelephonyManager;";
  private static final String KEY = "android.telephony.TelephonyManager.getImei";
  private static final String OBJECT = "Ljava/lang/Object;";

  @Test
  void seesACallOfAComponentWithItsPlace() throws IOException {
    AndroidCodeFacts facts = main(nothing(), call(Opcode.INVOKE_VIRTUAL, PHONE, "getImei")).facts();
    assertThat(facts.calls().get(KEY).first().getFirst().shown())
        .isEqualTo("test.control.Main.onCreate@0001");
    assertThat(facts.data()).containsKey("device-id");
    assertThat(facts.guarded()).containsKey("android.permission.READ_PRIVILEGED_PHONE_STATE");
    assertThat(facts.hidden()).noneMatch(why -> why.contains("cannot be read"));
  }

  @Test
  void leavesOutWhatNothingCalls() throws IOException {
    AndroidCodeFacts facts =
        main()
            .with(
                "Ltest/Idle;",
                OBJECT,
                List.of(),
                method(
                    "Ltest/Idle;", "run", nothing(), call(Opcode.INVOKE_VIRTUAL, PHONE, "getImei")))
            .facts();
    assertThat(facts.calls()).isEmpty();
  }

  @Test
  void followsCallsBackOfWhatThereIsAnInstanceOf() throws IOException {
    AndroidCodeFacts facts =
        main(make("Ltest/Task;"))
            .with(
                "Ltest/Task;",
                OBJECT,
                List.of("Ljava/lang/Runnable;"),
                method(
                    "Ltest/Task;", "run", nothing(), call(Opcode.INVOKE_VIRTUAL, PHONE, "getImei")))
            .facts();
    assertThat(facts.calls()).containsOnlyKeys(KEY);
  }

  @Test
  void followsAVirtualCallToTheClassThatIsMadeOnly() throws IOException {
    AndroidCodeFacts facts =
        main(make("Ltest/Made;"), call(Opcode.INVOKE_VIRTUAL, "Ltest/Base;", "work"))
            .with("Ltest/Base;", OBJECT, List.of(), method("Ltest/Base;", "work"))
            .with(
                "Ltest/Made;",
                "Ltest/Base;",
                List.of(),
                method("Ltest/Made;", "work", text("https://made.test/")))
            .with(
                "Ltest/Other;",
                "Ltest/Base;",
                List.of(),
                method("Ltest/Other;", "work", text("http://other.test/")))
            .facts();
    assertThat(facts.hosts()).containsOnlyKeys("made.test");
    assertThat(facts.hosts().get("made.test").cleartext()).isFalse();
  }

  @Test
  void countsALibraryOnlyWhereItsCodeDoesSomethingThatCanRun() throws IOException {
    String library = "Lcom/appsflyer/AppsFlyerLib;";
    App calling =
        main(call(Opcode.INVOKE_STATIC, library, "start"))
            .with(library, OBJECT, List.of(), statics(library, "start", nothing()));
    assertThat(calling.facts().libraries()).as("a stub").isEmpty();
    App working =
        main(call(Opcode.INVOKE_STATIC, library, "start"))
            .with(
                library,
                OBJECT,
                List.of(),
                statics(
                    library, "start", nothing(), call(Opcode.INVOKE_VIRTUAL, PHONE, "getImei")));
    assertThat(working.facts().libraries().get("appsflyer").path())
        .containsExactly("test.control.Main.onCreate", "com.appsflyer.AppsFlyerLib.start");
  }

  @Test
  void aLibraryAtWorkOnItsOwnDataIsNotTheAppReadingIt() throws IOException {
    String account = "Lcom/google/android/gms/auth/api/signin/GoogleSignInAccount;";
    App parcelled =
        main(call(Opcode.INVOKE_VIRTUAL, account, "writeToParcel"))
            .with(
                account,
                OBJECT,
                List.of(),
                method(account, "writeToParcel", call(Opcode.INVOKE_VIRTUAL, account, "getEmail")));
    assertThat(parcelled.facts().data()).isEmpty();
    App reading =
        main(call(Opcode.INVOKE_VIRTUAL, account, "getEmail"))
            .with(account, OBJECT, List.of(), method(account, "getEmail", nothing()));
    assertThat(reading.facts().data()).containsOnlyKeys("email-address");
  }

  @Test
  void takesNamesOfNamespacesForNoHosts() throws IOException {
    assertThat(
            main(
                    text("http://schemas.android.com/apk/res/android"),
                    text("see https://a.test/ now"))
                .facts()
                .hosts())
        .isEmpty();
  }

  @Test
  void saysThatCodeIsHiddenWhereComponentsAreMissing() throws IOException {
    assertThat(new App().with("Lstub/App;", OBJECT, List.of()).facts().hidden())
        .singleElement()
        .satisfies(
            why ->
                assertThat(why)
                    .isEqualTo(
                        "activity test.control.Main and 2 more that the manifest names are in no DEX file: the code is packed or in another part of the app"));
  }

  @Test
  void saysThatCodeIsHiddenWhereItCannotBeRead() throws IOException {
    assertThat(App.facts(new byte[200]).hidden().getFirst()).contains("classes.dex cannot be read");
  }

  @Test
  void saysThatCodeIsHiddenWhereAPackerIsAtWork() throws IOException {
    List<String> before = main(nothing()).facts().hidden();
    assertThat(main(nothing()).facts("lib/arm64-v8a/libjiagu.so").hidden())
        .containsAll(before)
        .contains("libjiagu.so is of the packer 360 Jiagu");
    assertThat(main(nothing()).facts("assets/libjiagu.so.txt").hidden()).isEqualTo(before);
  }

  @Test
  void saysThatCodeIsHiddenAmongTheAssets() throws IOException {
    List<String> before = main(nothing()).facts().hidden();
    assertThat(main(nothing()).facts("assets/more/Payload.DEX").hidden())
        .containsAll(before)
        .contains("assets/more/Payload.DEX is code, too, and not followed");
    assertThat(main(nothing()).facts("assets/index.html").hidden()).isEqualTo(before);
  }

  @Test
  void namesTheFrameworkThatPartOfTheAppIsWrittenWith() throws IOException {
    String bundle = "assets/index.android.bundle";
    assertThat(framework(bundle, "version={major:0,minor:73,patch:2,prerelease:null}"))
        .contains("JavaScript of React Native 0.73.2,");
    assertThat(
            framework(bundle, "\u00c6\u001f\u00bc\u0003\u00c1\u0003\u0019\u001f\u0060\0\0\0 major"))
        .contains("JavaScript of React Native (Hermes bytecode 96),");
    assertThat(framework(bundle, "")).contains("JavaScript of React Native,");
    assertThat(framework("assets/www/cordova.js", "PLATFORM_VERSION_BUILD_LABEL = '12.0.1';"))
        .contains("JavaScript of Cordova 12.0.1,");
    assertThat(framework("lib/arm64-v8a/libflutter.so", "\0003.5.4 (stable) (Wed Oct 16 2024) on"))
        .contains("compiled code of Flutter, Dart 3.5.4,");
  }

  private static String framework(String member, String text) throws IOException {
    return main(nothing())
        .factsWith(member, text.getBytes(StandardCharsets.ISO_8859_1))
        .hidden()
        .stream()
        .filter(why -> why.startsWith("part of the app is "))
        .findFirst()
        .orElseThrow();
  }

  /** It is installed or not, and judged by itself; loading its code is told where it is done. */
  @Test
  void takesAnAppAmongTheAssetsForAnAppOfItsOwn() throws IOException {
    List<String> before = main(nothing()).facts().hidden();
    byte[] app;
    try (InputStream in =
        AndroidCodeReader.class.getResourceAsStream("/dev/assay/inspect/android/control.apk")) {
      app = in.readAllBytes();
    }
    assertThat(main(nothing()).factsWith("assets/inner.apk", app).hidden()).isEqualTo(before);
    assertThat(main(nothing()).factsWith("assets/inner.jar", new byte[9]).hidden())
        .contains("assets/inner.jar is code, too, and not followed");
    assertThat(main(nothing()).factsWith("assets/inner.apk", Arrays.copyOf(app, 200)).hidden())
        .contains("assets/inner.apk is code, too, and not followed");
  }

  /** The platform's support library asks it to learn who calls, not which apps there are. */
  @Test
  void whoCallsIsNoListOfApps() throws IOException {
    String checker = "Landroidx/core/content/PermissionChecker;";
    String manager = "Landroid/content/pm/PackageManager;";
    App checking =
        main(call(Opcode.INVOKE_STATIC, checker, "check"))
            .with(
                checker,
                OBJECT,
                List.of(),
                statics(
                    checker,
                    "check",
                    nothing(),
                    call(Opcode.INVOKE_VIRTUAL, manager, "getPackagesForUid")));
    assertThat(checking.facts().data()).isEmpty();
    App listing = main(call(Opcode.INVOKE_VIRTUAL, manager, "getPackagesForUid"));
    assertThat(listing.facts().data()).containsOnlyKeys("installed-apps");
  }

  @Test
  void knowsThePermissionsOfThePlatform() {
    PermissionMap map = Tables.standard().permissions();
    assertThat(map.of("Landroid/hardware/camera2/CameraManager;"))
        .anySatisfy((method, names) -> assertThat(names).contains("android.permission.CAMERA"));
    assertThat(
            map.of("Landroid/location/LocationManager;")
                .get("getLastKnownLocation(Ljava/lang/String;)"))
        .containsExactly(
            "android.permission.ACCESS_COARSE_LOCATION", "android.permission.ACCESS_FINE_LOCATION");
    assertThat(map.of("Ljava/lang/Object;")).isEmpty();
  }

  private static App main(org.jf.dexlib2.iface.instruction.Instruction... body) {
    return new App()
        .with(MAIN, "Landroid/app/Activity;", List.of(), method(MAIN, "onCreate", body));
  }

  private static org.jf.dexlib2.immutable.ImmutableMethod statics(
      String owner, String name, org.jf.dexlib2.iface.instruction.Instruction... body) {
    org.jf.dexlib2.immutable.ImmutableMethod made = method(owner, name, body);
    return new org.jf.dexlib2.immutable.ImmutableMethod(
        owner, name, List.of(), "V", 0x9, Set.of(), Set.of(), made.getImplementation());
  }
}
