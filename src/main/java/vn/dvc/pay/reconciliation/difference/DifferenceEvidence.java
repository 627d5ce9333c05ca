package vn.dvc.pay.reconciliation.difference;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.reconciliation.LineClass;

/** Describes a difference and proposes a decision, for the two persons who decide. */
@Component
public class DifferenceEvidence {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final GivingBack givingBack;
  private final TakingIn takingIn;
  private final MessageSource texts;

  public DifferenceEvidence(GivingBack givingBack, TakingIn takingIn, MessageSource texts) {
    this.givingBack = givingBack;
    this.takingIn = takingIn;
    this.texts = texts;
  }

  String moneyState(Difference it) {
    return switch (it.kind()) {
      case BANK_ONLY -> "AT_BANK_ONLY";
      case OURS_ONLY -> "AT_OURS_ONLY";
      case AMOUNT_DIFFERS -> "AMOUNT_DIFFERS";
      case DUPLICATE -> "BOOKED_AGAIN";
      case MATCHED, UNREADABLE -> "UNKNOWN";
    };
  }

  Map<String, String> of(Difference it) {
    var known = new LinkedHashMap<String, String>();
    put(known, "bank", it.bank());
    put(known, "statementDay", Evidence.day(it.day()));
    put(known, "statementLine", it.line());
    put(known, "attemptRef", it.money());
    put(known, "direction", it.credit() == null ? null : it.credit() ? "CRDT" : "DBIT");
    put(known, "bankAmount", dong(it.bankAmount()));
    put(known, "ourAmount", dong(it.ourAmount()));
    put(known, "reference", it.bankRef());
    put(known, "otherReference", it.otherBankRef());
    put(known, "unreadable", whyUnreadable(it.unreadable()));
    put(known, "bookedAt", it.at() == null ? null : Evidence.when(it.at()));
    if (it.kind() == LineClass.DUPLICATE) {
      put(known, "bookedTwice", it.bookedTwice() ? "2" : "1");
    }
    var collection = takingIn.find(it);
    collection.ifPresent(line -> put(known, "transferText", line.text()));
    var proposal =
        collection.isPresent()
            ? DifferenceCases.TAKE_IN
            : givingBack.isPossible(it) ? DifferenceCases.REVERSE : DifferenceCases.ACKNOWLEDGED;
    put(known, "proposal", texts.getMessage("case.decision." + proposal, null, VIETNAMESE));
    return known;
  }

  /** Describes in one sentence a line about an attempt in doubt. */
  public String line(LocalDate day, Finding it) {
    return texts.getMessage(
        Boolean.TRUE.equals(it.credit()) ? "case.statement-line.in" : "case.statement-line.out",
        new Object[] {
          Evidence.day(day),
          it.line(),
          Evidence.dong(it.bankAmount()),
          Evidence.when(it.at()),
          it.bankRef() == null ? "–" : it.bankRef()
        },
        VIETNAMESE);
  }

  private String whyUnreadable(String code) {
    return code == null
        ? null
        : texts.getMessage("case.unreadable." + code, null, code, VIETNAMESE);
  }

  private static String dong(Long amount) {
    return amount == null ? null : Evidence.dong(amount);
  }

  private static void put(Map<String, String> to, String name, Object value) {
    if (value != null) {
      to.put(name, value.toString());
    }
  }
}
