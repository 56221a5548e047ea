package io.waybot.e2e.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The arrow between modules, the fences around libraries, and who may look at a clock. */
@AnalyzeClasses(
    packages = "io.waybot",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ImportOption.DoNotIncludePackageInfos.class,
      NoTestJars.class
    })
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> A_RECORD =
      DescribedPredicate.describe("a record", JavaClass::isRecord);

  @ArchTest
  static final ArchRule DB_KNOWS_NOBODY_ABOVE =
      noClasses()
          .that()
          .resideInAPackage("io.waybot.db..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.waybot.connectors..",
              "io.waybot.bots..",
              "io.waybot.runtime..",
              "io.waybot.designer..");

  @ArchTest
  static final ArchRule CONNECTORS_KNOW_NOBODY_ABOVE =
      noClasses()
          .that()
          .resideInAPackage("io.waybot.connectors..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.waybot.bots..", "io.waybot.runtime..", "io.waybot.designer..");

  @ArchTest
  static final ArchRule BOTS_KNOW_NO_ENGINE_AND_NO_SCREEN =
      noClasses()
          .that()
          .resideInAPackage("io.waybot.bots..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.waybot.runtime..", "io.waybot.designer..", "io.camunda..");

  @ArchTest
  static final ArchRule RUNTIME_KNOWS_NO_SCREEN =
      noClasses()
          .that()
          .resideInAPackage("io.waybot.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.waybot.designer..", "com.vaadin..");

  @ArchTest
  static final ArchRule VIEWS_NEVER_TOUCH_TABLES =
      noClasses()
          .that()
          .resideInAPackage("io.waybot.designer..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.springframework.jdbc..", "jakarta.persistence..", "javax.sql..")
                  .or(
                      resideInAPackage("io.waybot.db..")
                          .and(JavaClass.Predicates.simpleNameEndingWith("Repository")))
                  .or(
                      resideInAPackage("io.waybot.db..")
                          .and(JavaClass.Predicates.simpleNameEndingWith("Table"))
                          .and(not(A_RECORD)))); // a strategy table is a value, no way to rows

  /** A stream of rows that nobody closes keeps its connection; only the audit chain needs one. */
  @ArchTest
  static final ArchRule ROWS_ARE_LISTED_NOT_STREAMED =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.waybot.db.bank.AuditLog")
          .should()
          .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
          .orShould()
          .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("queryForStream")));

  @ArchTest
  static final ArchRule THE_CAMUNDA_CLIENT_LIVES_BESIDE_THE_ENGINE =
      noClasses()
          .that(not(resideInAnyPackage("io.waybot.runtime.engine..", "io.waybot.runtime.robot..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.camunda.client..");

  @ArchTest
  static final ArchRule POI_LIVES_IN_CONNECTORS =
      noClasses()
          .that(not(resideInAnyPackage("io.waybot.connectors..", "io.waybot.demo..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.poi..");

  @ArchTest
  static final ArchRule LIGHTGBM_LIVES_IN_CONNECTORS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.waybot.connectors.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.metarank..", "com.microsoft.ml..");

  @ArchTest
  static final ArchRule HIBERNATE_LIVES_IN_DB =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.waybot.db..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

  @ArchTest
  static final ArchRule QUARTZ_LIVES_IN_RUNTIME =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.waybot.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..");

  @ArchTest
  static final ArchRule VAADIN_LIVES_IN_THE_DESIGNER =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.waybot.designer..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.vaadin..");

  @ArchTest
  static final ArchRule NOBODY_READS_THE_PLANTED_TRUTH =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.waybot.db..", "io.waybot.connectors..", "io.waybot.bots..", "io.waybot.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.waybot.demo.world..");

  @ArchTest
  static final ArchRule XML_ENTERS_THROUGH_ONE_GATE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.waybot.runtime.journey..")
          .and()
          .resideOutsideOfPackage("io.waybot.connectors.imports..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("javax\\.xml\\.(parsers|stream)\\..*Factory");

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_FEATURES_OF_DB =
      slices().matching("io.waybot.db.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_FEATURES_OF_CONNECTORS =
      slices().matching("io.waybot.connectors.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_FEATURES_OF_BOTS =
      slices().matching("io.waybot.bots.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_FEATURES_OF_RUNTIME =
      slices().matching("io.waybot.runtime.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TIME_COMES_FROM_A_CLOCK =
      noClasses()
          .that(not(resideInAPackage("io.waybot.demo..")))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule AGGREGATES_HAVE_VERBS =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .haveNameMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes()
          .that()
          .resideInAPackage("io.waybot..")
          .should(MarkedPackages.beInANullMarkedPackage());
}
