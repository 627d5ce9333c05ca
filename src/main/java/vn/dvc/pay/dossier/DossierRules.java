package vn.dvc.pay.dossier;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.BankCode;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.RefusedText;
import vn.dvc.pay.values.text.TextLine;

/** Validates a dossier before it is stored. Each violation has its own problem code (422). */
final class DossierRules {
  static final long MAX_DONG = 1_000_000_000_000L;

  private static final Pattern FEE_CODE = Pattern.compile("[A-Za-z0-9._-]{1,20}");
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

  private DossierRules() {}

  static void check(DossierContent content) {
    requireLine(content.procedure(), 500, "procedure", "procedure-invalid");
    requireLine(content.authority(), 500, "authority", "authority-invalid");
    require(content.payer() != null, "payer-invalid");
    content.payer().requireValid();
    var due = content.dueDate();
    require(due == null || !due.isBefore(FIRST_DAY) && due.isBefore(LAST_DAY), "due-date-invalid");
    checkFees(content.fees());
  }

  private static void checkFees(List<DossierContent.Fee> fees) {
    require(fees != null && !fees.isEmpty(), "fees-missing");
    if (fees.size() > DossierContent.MAX_FEES) {
      throw Problem.invalid("too-many-fees").with("most", DossierContent.MAX_FEES);
    }
    var codes = new HashSet<String>();
    var sum = 0L;
    for (var fee : fees) {
      checkFee(fee, "fees[" + codes.size() + "].");
      require(codes.add(fee.code()), "fee-twice");
      require(fee.amount().dong() <= MAX_DONG - sum, "amount-too-high");
      sum += fee.amount().dong();
    }
  }

  private static void checkFee(DossierContent.Fee fee, String field) {
    require(fee != null && matches(FEE_CODE, fee.code()), "fee-code-invalid");
    requireLine(fee.name(), 200, field + "name", "fee-name-invalid");
    require(fee.amount() != null, "amount-invalid");
    var beneficiary = fee.beneficiary();
    require(beneficiary != null, "beneficiary-missing");
    require(BankCode.isValid(beneficiary.bank()), "beneficiary-bank-invalid");
    require(AccountNumber.isValid(beneficiary.account()), "beneficiary-account-invalid");
    requireLine(beneficiary.name(), 200, field + "beneficiary.name", "beneficiary-name-invalid");
  }

  private static boolean matches(Pattern form, String text) {
    return text != null && form.matcher(text).matches();
  }

  private static void requireLine(String text, int longest, String field, String problem) {
    try {
      TextLine.of(text, longest);
    } catch (RefusedText wrong) {
      throw Problem.invalid(problem).because(field, wrong);
    }
  }

  private static void require(boolean held, String problem) {
    if (!held) {
      throw Problem.invalid(problem);
    }
  }
}
