package vn.dvc.pay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.Scheduled;

/** Which room may use which library, and a few conventions that the compiler does not check. */
@AnalyzeClasses(packages = "vn.dvc", importOptions = ImportOption.DoNotIncludeTests.class)
@ArchTag("fast")
class ArchitectureTest {
  private static final String[] MONEY_ROOMS = {
    "vn.dvc.pay.bank..",
    "vn.dvc.pay.dossier..",
    "vn.dvc.pay.payment..",
    "vn.dvc.pay.clarification..",
    "vn.dvc.pay.reversal..",
    "vn.dvc.pay.notification..",
    "vn.dvc.pay.cases.."
  };

  @ArchTest
  static final ArchRule onlyTheEngineRoomKnowsTheEngine =
      noClasses()
          .that()
          .resideInAPackage("vn.dvc..")
          .and()
          .resideOutsideOfPackage("vn.dvc.pay.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule onlyBankPortalAndTheirHttpKnowCamel =
      noClasses()
          .that()
          .resideOutsideOfPackages("vn.dvc.pay.bank..", "vn.dvc.pay.portal..", "vn.dvc.pay.http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule onlyEdgesAnswerHttp =
      noClasses()
          .that()
          .resideInAPackage("vn.dvc.pay..")
          .and()
          .resideOutsideOfPackages("vn.dvc.pay.web..", "vn.dvc.pay.operations..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web.bind.annotation..", "org.springframework.web.servlet..");

  @ArchTest
  static final ArchRule onlyRoomsThatSignOrSealKnowJose =
      noClasses()
          .that()
          .resideInAPackage("vn.dvc.pay..")
          .and()
          .resideOutsideOfPackages(
              "vn.dvc.pay.keys..", "vn.dvc.pay.bank..", "vn.dvc.pay.portal..", "vn.dvc.pay.web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.nimbusds..");

  @ArchTest
  static final ArchRule onlyDocumentsRendersReports =
      noClasses()
          .that()
          .resideInAPackage("vn.dvc..")
          .and()
          .resideOutsideOfPackage("vn.dvc.pay.documents..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "net.sf.jasperreports..", "com.lowagie..", "org.openpdf..", "com.google.zxing..");

  @ArchTest
  static final ArchRule noRoomImportsAnEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage("vn.dvc.pay.web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("vn.dvc.pay.web..");

  @ArchTest
  static final ArchRule noRoomImportsTheOperationsEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage("vn.dvc.pay.operations..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("vn.dvc.pay.operations..");

  @ArchTest
  static final ArchRule theProductDoesNotKnowTheSandbox =
      noClasses()
          .that()
          .resideInAPackage("vn.dvc.pay..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("vn.dvc.sandbox..");

  @ArchTest
  static final ArchRule theSandboxDoesNotKnowTheProduct =
      noClasses()
          .that()
          .resideInAPackage("vn.dvc.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("vn.dvc.pay..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule decisionsAboutMoneyUseDatabaseTime =
      noClasses()
          .that()
          .resideInAnyPackage(MONEY_ROOMS)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Date.class);

  @ArchTest
  static final ArchRule noFieldIsInjected =
      noFields()
          .should()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource");

  @ArchTest
  static final ArchRule classNamesAreMeaningful =
      noClasses()
          .that()
          .doNotHaveSimpleName("ReportData") // JasperReports' own term
          .should()
          .haveNameMatching(".*(Impl|Manager|Utils?|Dto|DTO|Info|Data)");

  @ArchTest
  static final ArchRule entitiesStayInTheirRoom =
      classes()
          .that()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .resideOutsideOfPackage("vn.dvc.pay.*") // subpackages are internal, see RoomsTest
      ;

  @ArchTest
  static final ArchRule staticStateIsConstant =
      fields().that().areStatic().and().arePublic().should().beFinal();

  @ArchTest
  static void aHangingScheduledJobDelaysNoOther(JavaClasses house) throws IOException {
    var jobs =
        house.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Scheduled.class))
            .count();
    var settings =
        new YamlPropertySourceLoader().load("main", new ClassPathResource("application.yaml"));

    assertThat(jobs).isPositive();
    assertThat((int) settings.get(0).getProperty("spring.task.scheduling.pool.size"))
        .as("threads for %d jobs", jobs)
        .isGreaterThan((int) jobs);
  }

  /** RoomsTest forbids cycles of rooms; inside a room nobody else looks. */
  @ArchTest
  static void partsOfRoomsFormNoCycle(JavaClasses house) {
    assertThat(new PackageCycles(house).partsInCycles()).isEmpty();
  }

  /** Makes {@code @Nullable} the only way for a value to be null. */
  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses house) {
    var packages = house.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    assertThat(packages)
        .hasSizeGreaterThan(100)
        .filteredOn(each -> !each.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }

  @ArchTest
  static void allFastTestsAndNoOthersAreTagged(JavaClasses house) {
    assertThat(new FastTests().complaints()).isEmpty();
  }
}
