package vn.dvc.pay.dossier;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.TaxCode;

/** What a dossier must look like before we keep it. Each refusal has its own code (422). */
final class DossierRules {
  static final long MOST_DONG = 1_000_000_000_000L;

  private static final Pattern PERSONAL_NUMBER = Pattern.compile("\\d{12}");
  private static final Pattern FEE_CODE = Pattern.compile("[A-Za-z0-9._-]{1,20}");
  private static final Pattern BANK = Pattern.compile("\\d{6}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Z]{6,19}");
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

  private DossierRules() {}

  static void check(DossierContent content) {
    demand(isText(content.procedure(), 500), "procedure-invalid");
    demand(isText(content.authority(), 500), "authority-invalid");
    checkPayer(content.payer());
    var due = content.dueDate();
    demand(due == null || !due.isBefore(FIRST_DAY) && due.isBefore(LAST_DAY), "due-date-invalid");
    checkFees(content.fees());
  }

  private static void checkPayer(Payer payer) {
    demand(payer != null && payer.kind() != null, "payer-invalid");
    demand(isId(payer), "payer-id-invalid");
    demand(isText(payer.name(), 200), "payer-name-invalid");
  }

  private static boolean isId(Payer payer) {
    return switch (payer.kind()) {
      case INDIVIDUAL -> matches(PERSONAL_NUMBER, payer.id());
      case ORGANISATION -> TaxCode.isValid(payer.id());
    };
  }

  private static void checkFees(List<DossierContent.Fee> fees) {
    demand(fees != null && !fees.isEmpty(), "fees-missing");
    if (fees.size() > DossierContent.MAX_FEES) {
      throw Problem.invalid("too-many-fees").with("most", DossierContent.MAX_FEES);
    }
    var codes = new HashSet<String>();
    var sum = 0L;
    for (var fee : fees) {
      checkFee(fee);
      demand(codes.add(fee.code()), "fee-twice");
      demand(fee.amount().dong() <= MOST_DONG - sum, "amount-too-high");
      sum += fee.amount().dong();
    }
  }

  private static void checkFee(DossierContent.Fee fee) {
    demand(fee != null && matches(FEE_CODE, fee.code()), "fee-code-invalid");
    demand(isText(fee.name(), 200), "fee-name-invalid");
    demand(fee.amount() != null, "amount-invalid");
    var beneficiary = fee.beneficiary();
    demand(beneficiary != null, "beneficiary-missing");
    demand(matches(BANK, beneficiary.bank()), "beneficiary-bank-invalid");
    demand(matches(ACCOUNT, beneficiary.account()), "beneficiary-account-invalid");
    demand(isText(beneficiary.name(), 200), "beneficiary-name-invalid");
  }

  private static boolean matches(Pattern form, String text) {
    return text != null && form.matcher(text).matches();
  }

  /** Neither control characters nor halves of characters: a database may refuse to store them. */
  private static boolean isText(String text, int longest) {
    return text != null
        && !text.isBlank()
        && text.length() <= longest
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static void demand(boolean held, String otherwise) {
    if (!held) {
      throw Problem.invalid(otherwise);
    }
  }
}
