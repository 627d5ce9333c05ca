package vn.dvc.pay.reconciliation.match;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.LineClass;

/** What two persons must know of a difference, and what is proposed to them. */
@Component
class DifferenceEvidence {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final GivingBack givingBack;

  DifferenceEvidence(GivingBack givingBack) {
    this.givingBack = givingBack;
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
    put(known, "statementDay", it.day());
    put(known, "statementLine", it.line());
    put(known, "attemptRef", it.money());
    put(known, "direction", it.credit() == null ? null : it.credit() ? "CRDT" : "DBIT");
    put(known, "bankAmount", it.bankAmount());
    put(known, "ourAmount", it.ourAmount());
    put(known, "reference", it.bankRef());
    put(known, "otherReference", it.otherBankRef());
    put(known, "bookedAt", it.at() == null ? null : WHEN.format(it.at()));
    if (it.kind() == LineClass.DUPLICATE) {
      put(known, "bookedTwice", it.bookedTwice() ? "2" : "1");
    }
    put(known, "proposal", givingBack.isPossible(it) ? "REVERSE" : "ACKNOWLEDGED");
    return known;
  }

  private static void put(Map<String, String> to, String name, Object value) {
    if (value != null) {
      to.put(name, value.toString());
    }
  }
}
