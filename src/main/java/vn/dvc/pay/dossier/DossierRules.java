package vn.dvc.pay.dossier;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.TaxCode;

/** Validates a dossier before it is stored. Each violation has its own problem code (422). */
final class DossierRules {
  static final long MAX_DONG = 1_000_000_000_000L;

  private static final Pattern PERSONAL_NUMBER = Pattern.compile("\\d{12}");
  private static final Pattern FEE_CODE = Pattern.compile("[A-Za-z0-9._-]{1,20}");
  private static final Pattern BANK = Pattern.compile("\\d{6}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Z]{6,19}");
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

  private DossierRules() {}

  static void check(DossierContent content) {
    require(isText(content.procedure(), 500), "procedure-invalid");
    require(isText(content.authority(), 500), "authority-invalid");
    checkPayer(content.payer());
    var due = content.dueDate();
    require(due == null || !due.isBefore(FIRST_DAY) && due.isBefore(LAST_DAY), "due-date-invalid");
    checkFees(content.fees());
  }

  private static void checkPayer(Payer payer) {
    require(payer != null && payer.kind() != null, "payer-invalid");
    require(isId(payer), "payer-id-invalid");
    require(isText(payer.name(), 200), "payer-name-invalid");
  }

  private static boolean isId(Payer payer) {
    return switch (payer.kind()) {
      case INDIVIDUAL -> matches(PERSONAL_NUMBER, payer.id());
      case ORGANISATION -> TaxCode.isValid(payer.id());
    };
  }

  private static void checkFees(List<DossierContent.Fee> fees) {
    require(fees != null && !fees.isEmpty(), "fees-missing");
    if (fees.size() > DossierContent.MAX_FEES) {
      throw Problem.invalid("too-many-fees").with("most", DossierContent.MAX_FEES);
    }
    var codes = new HashSet<String>();
    var sum = 0L;
    for (var fee : fees) {
      checkFee(fee);
      require(codes.add(fee.code()), "fee-twice");
      require(fee.amount().dong() <= MAX_DONG - sum, "amount-too-high");
      sum += fee.amount().dong();
    }
  }

  private static void checkFee(DossierContent.Fee fee) {
    require(fee != null && matches(FEE_CODE, fee.code()), "fee-code-invalid");
    require(isText(fee.name(), 200), "fee-name-invalid");
    require(fee.amount() != null, "amount-invalid");
    var beneficiary = fee.beneficiary();
    require(beneficiary != null, "beneficiary-missing");
    require(matches(BANK, beneficiary.bank()), "beneficiary-bank-invalid");
    require(matches(ACCOUNT, beneficiary.account()), "beneficiary-account-invalid");
    require(isText(beneficiary.name(), 200), "beneficiary-name-invalid");
  }

  private static boolean matches(Pattern form, String text) {
    return text != null && form.matcher(text).matches();
  }

  /** Rejects control characters and lone surrogates, which a database may refuse to store. */
  private static boolean isText(String text, int maxLength) {
    return text != null
        && !text.isBlank()
        && text.length() <= maxLength
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static void require(boolean held, String problem) {
    if (!held) {
      throw Problem.invalid(problem);
    }
  }
}
