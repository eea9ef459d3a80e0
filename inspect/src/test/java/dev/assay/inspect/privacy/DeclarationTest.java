package dev.assay.inspect.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Malformed;
import dev.assay.inspect.privacy.DeclarationFacts.DeclaredData;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationTest {
  @Test
  void readsWhatIsSaidOfEachType() {
    DeclarationFacts facts =
        Declaration.read(
            """
            app: org.example.app
            data:
              - { type: name, collected: true, encrypted: true, purposes: [app-functionality] }
              - type: contacts
                shared: true
                retention: 30 days
            libraries: [admob]
            destinations: example.org
            permissions: { CAMERA: to scan codes }
            """);
    assertThat(facts.data().get("name"))
        .isEqualTo(new DeclaredData(true, false, true, false, List.of("app-functionality"), ""));
    assertThat(facts.data().get("contacts").retention()).isEqualTo("30 days");
    assertThat(facts.destinations()).containsExactly("example.org");
    assertThat(facts.permissions()).containsEntry("CAMERA", "to scan codes");
  }

  @Test
  void refusesWhatIsNoDeclaration() {
    for (String text : List.of("- a", "data: [ { collected: true } ]", "data: {", "app: &a [*a]")) {
      assertThatThrownBy(() -> Declaration.read(text)).isInstanceOf(Malformed.class);
    }
    assertThatThrownBy(() -> Declaration.read("[".repeat(5000))).isInstanceOf(Malformed.class);
  }

  @Test
  void readsADataSafetyFormThatASpreadsheetSaved() {
    DeclarationFacts facts =
        DataSafety.read(
            """
            \uFEFF"Question ID (machine readable)","Response ID (machine readable)","Response value","Answer requirement","Human-friendly question label"\r
            "PSL_ACCOUNT_DELETION_URL","","https://example.org/account","MAYBE_REQUIRED","x"\r
            "PSL_DATA_TYPES_PERSONAL","PSL_EMAIL","TRUE","MULTIPLE_CHOICE","Personal info
            Email, address, and more"\r
            "PSL_DATA_USAGE_RESPONSES:PSL_EMAIL:PSL_DATA_USAGE_COLLECTION_AND_SHARING","PSL_DATA_USAGE_ONLY_SHARED","TRUE","MULTIPLE_CHOICE","x"\r
            """);
    assertThat(facts.deletion()).isEqualTo("https://example.org/account");
    assertThat(facts.data()).containsOnlyKeys("email-address");
    assertThat(facts.data().get("email-address").shared()).isTrue();
    assertThat(facts.data().get("email-address").collected()).isFalse();
  }

  @Test
  void readsTheFormThatGooglePlayExports() {
    DeclarationFacts facts =
        DataSafety.read(
            """
            Question ID (machine readable),Response ID (machine readable),Response value,Answer requirement,Human-friendly question label
            PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT,,TRUE,MAYBE_REQUIRED,"Is all data encrypted, always?"
            PSL_DATA_TYPES_LOCATION,PSL_APPROX_LOCATION,true,MULTIPLE_CHOICE,Location
            PSL_DATA_TYPES_LOCATION,PSL_PRECISE_LOCATION,,MULTIPLE_CHOICE,Location
            PSL_DATA_USAGE_RESPONSES:PSL_APPROX_LOCATION:PSL_DATA_USAGE_COLLECTION_AND_SHARING,PSL_DATA_USAGE_ONLY_COLLECTED,true,MULTIPLE_CHOICE,x
            PSL_DATA_USAGE_RESPONSES:PSL_APPROX_LOCATION:DATA_USAGE_USER_CONTROL,PSL_DATA_USAGE_USER_CONTROL_OPTIONAL,true,SINGLE_CHOICE,x
            PSL_DATA_USAGE_RESPONSES:PSL_APPROX_LOCATION:DATA_USAGE_COLLECTION_PURPOSE,PSL_ADVERTISING,true,MULTIPLE_CHOICE,x
            PSL_DATA_DELETION_URL,,https://example.org/delete,MAYBE_REQUIRED,x
            """);
    assertThat(facts.data()).containsOnlyKeys("approximate-location");
    assertThat(facts.data().get("approximate-location"))
        .isEqualTo(new DeclaredData(true, false, true, true, List.of("advertising"), ""));
    assertThat(facts.deletion()).isEqualTo("https://example.org/delete");
  }
}
