package dev.assay.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the house; see ARCHITECTURE.md. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.assay");

  @Test
  void anArrowOnlyPointsDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.assay..")
        .layer("cli")
        .definedBy("dev.assay.cli..")
        .layer("report")
        .definedBy("dev.assay.report..")
        .layer("evidence")
        .definedBy("dev.assay.evidence..")
        .layer("verify")
        .definedBy("dev.assay.verify..")
        .layer("assess")
        .definedBy("dev.assay.assess..")
        .layer("catalogue")
        .definedBy("dev.assay.catalogue..")
        .layer("compare")
        .definedBy("dev.assay.compare..")
        .layer("inspect")
        .definedBy("dev.assay.inspect..")
        .layer("formats")
        .definedBy("dev.assay.formats..")
        .layer("feed")
        .definedBy("dev.assay.feed..")
        .layer("model")
        .definedBy("dev.assay.model..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("evidence")
        .mayOnlyBeAccessedByLayers("cli", "report")
        .whereLayer("verify")
        .mayOnlyBeAccessedByLayers("cli", "evidence")
        .whereLayer("assess")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("catalogue")
        .mayOnlyBeAccessedByLayers("cli", "assess")
        .whereLayer("compare")
        .mayOnlyBeAccessedByLayers("cli", "report")
        .whereLayer("inspect")
        .mayOnlyBeAccessedByLayers("cli", "compare")
        .whereLayer("formats")
        .mayOnlyBeAccessedByLayers("cli", "compare", "inspect")
        .whereLayer("feed")
        .mayOnlyBeAccessedByLayers("cli", "assess")
        .check(CLASSES);
  }

  @Test
  void onlyTheCatalogueCompilesCel() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.catalogue.cel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.cel..")
        .check(CLASSES);
  }

  /** An outsider can read it alone and compile it with a JDK alone. */
  @Test
  void theVerifierNeedsNothingButTheJdk() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage("dev.assay.verify..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.assay.verify..", "java..", "javax.crypto..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void nothingReadsTheClockButTheCommandLine() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.cli..")
        .and()
        .doNotHaveFullyQualifiedName("dev.assay.verify.Main")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .check(CLASSES);
  }
}
