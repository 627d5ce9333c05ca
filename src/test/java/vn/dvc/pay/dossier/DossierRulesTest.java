package vn.dvc.pay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.dossier.SampleDossiers.CITIZEN;
import static vn.dvc.pay.dossier.SampleDossiers.COMPANY;
import static vn.dvc.pay.dossier.SampleDossiers.dossierOf;
import static vn.dvc.pay.dossier.SampleDossiers.fee;
import static vn.dvc.pay.dossier.SampleDossiers.treasury;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.dossier.DossierContent.Beneficiary;
import vn.dvc.pay.dossier.DossierContent.Fee;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

@Tag("fast")
class DossierRulesTest {

  @Test
  void ordinaryDossiersAreAccepted() {
    assertThatCode(() -> DossierRules.check(dossierOf(CITIZEN))).doesNotThrowAnyException();
    assertThatCode(() -> DossierRules.check(dossierOf(COMPANY, fee("A", 1), fee("B", 2))))
        .doesNotThrowAnyException();
    assertThatCode(() -> DossierRules.check(dossierOf(CITIZEN, fee("A", DossierRules.MAX_DONG))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource
  void eachMistakeHasItsOwnCode(String code, DossierContent content) {
    assertThatThrownBy(() -> DossierRules.check(content))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.status()).isEqualTo(422);
            });
  }

  static Stream<Arguments> eachMistakeHasItsOwnCode() {
    return Stream.of(
        mistake("procedure-invalid", described(" ", "Sở")),
        mistake("procedure-invalid", described("x".repeat(501), "Sở")),
        mistake("procedure-invalid", described("nul\u0000", "Sở")),
        mistake("authority-invalid", described("Cấp giấy phép", "half \ud83d")),
        mistake("authority-invalid", described("Cấp giấy phép", null)),
        mistake("due-date-invalid", due(LocalDate.of(1999, 12, 31))),
        mistake("due-date-invalid", due(LocalDate.of(9999, 1, 1))),
        mistake("payer-invalid", dossierOf(null)),
        mistake("payer-invalid", dossierOf(new Payer(null, "049012345678", "A"))),
        mistake("payer-id-invalid", dossierOf(individual("04901234567"))),
        mistake("payer-id-invalid", dossierOf(individual("٠٤٩٠١٢٣٤٥٦٧٨"))),
        mistake("payer-id-invalid", dossierOf(organisation("0100109107"))),
        mistake("payer-id-invalid", dossierOf(organisation(null))),
        mistake(
            "payer-name-invalid", dossierOf(new Payer(Payer.Kind.INDIVIDUAL, "049012345678", ""))),
        mistake("fees-missing", dossierOf(CITIZEN, new Fee[0])),
        mistake("too-many-fees", dossierOf(CITIZEN, fees(DossierContent.MAX_FEES + 1))),
        mistake("fee-twice", dossierOf(CITIZEN, fee("A", 1), fee("A", 2))),
        mistake("fee-code-invalid", dossierOf(CITIZEN, fee("LP 01", 1))),
        mistake("fee-code-invalid", dossierOf(CITIZEN, fee(null, 1))),
        mistake("fee-name-invalid", with(new Fee("A", "", Money.dong(1), treasury()))),
        mistake("amount-invalid", with(new Fee("A", "Phí", null, treasury()))),
        mistake("amount-too-high", dossierOf(CITIZEN, fee("A", DossierRules.MAX_DONG + 1))),
        mistake(
            "amount-too-high",
            dossierOf(CITIZEN, fee("A", DossierRules.MAX_DONG), fee("B", Long.MAX_VALUE))),
        mistake("beneficiary-missing", with(new Fee("A", "Phí", Money.dong(1), null))),
        mistake("beneficiary-bank-invalid", to(new Beneficiary("97041", "113366668888", "K"))),
        mistake("beneficiary-account-invalid", to(new Beneficiary("970415", "1133-6666", "K"))),
        mistake("beneficiary-account-invalid", to(new Beneficiary("970415", "12345", "K"))),
        mistake("beneficiary-name-invalid", to(new Beneficiary("970415", "113366668888", "\n"))));
  }

  private static Arguments mistake(String code, DossierContent content) {
    return Arguments.of(code, content);
  }

  private static DossierContent described(String procedure, String authority) {
    return new DossierContent(procedure, authority, CITIZEN, null, List.of(fee("A", 1)));
  }

  private static DossierContent due(LocalDate day) {
    return new DossierContent("Thủ tục", "Sở", CITIZEN, day, List.of(fee("A", 1)));
  }

  private static DossierContent with(Fee fee) {
    return dossierOf(CITIZEN, fee);
  }

  private static DossierContent to(Beneficiary beneficiary) {
    return with(new Fee("A", "Phí", Money.dong(1), beneficiary));
  }

  private static Payer individual(String id) {
    return new Payer(Payer.Kind.INDIVIDUAL, id, "Nguyễn Văn A");
  }

  private static Payer organisation(String taxCode) {
    return new Payer(Payer.Kind.ORGANISATION, taxCode, "Công ty TNHH An Phát");
  }

  private static Fee[] fees(int count) {
    return IntStream.range(0, count).mapToObj(i -> fee("F" + i, 1)).toArray(Fee[]::new);
  }
}
