package vn.dvc.pay.registration.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/** Asks the bank whose account it is, a few times where it does not answer. */
@Component
public class AccountEnquiries {
  private static final Duration VALID = Duration.ofSeconds(30);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

  /** The bank's declines that say something of the account; others mean it cannot answer now. */
  private static final List<String> OF_THE_ACCOUNT =
      List.of("account-not-found", "account-closed", "account-blocked");

  private final RegistrationRepository book;
  private final StatusChanges changes;
  private final BankCalls calls;
  private final DatabaseTime time;

  AccountEnquiries(
      RegistrationRepository book, StatusChanges changes, BankCalls calls, DatabaseTime time) {
    this.book = book;
    this.changes = changes;
    this.calls = calls;
    this.time = time;
  }

  /** Writes the enquiry down, unless the bank has told already. */
  @Transactional
  public EnquiryVerdict prepare(RegistrationId id) {
    var row = book.lock(id);
    if (row.status() == RegistrationStatus.WITHDRAWN) {
      return EnquiryVerdict.WITHDRAWN;
    }
    if (row.isAccountChecked()) {
      return EnquiryVerdict.ACCOUNT_KNOWN;
    }
    var account = row.newest().account();
    if (row.bank().enquiry() == null) {
      row.bank().asksUnder(calls.open(id.text(), account.bank(), null));
    }
    row.bank()
        .asks(
            calls.prepare(
                row.bank().enquiry(),
                Operation.ENQUIRY,
                time.now().plus(VALID),
                null,
                Map.of("account", account.number())));
    return EnquiryVerdict.ENQUIRY_PREPARED;
  }

  public Answered send(RegistrationId id) {
    return calls.send(book.find(id).orElseThrow().bank().enquiry(), Operation.ENQUIRY);
  }

  /**
   * Keeps the answer with its call; it is read only while that call is what is asked now. A worker
   * that wakes late has the answer about another account, or one that was given up.
   */
  @Transactional
  public EnquiryVerdict record(RegistrationId id, Answered answered) {
    var row = book.lock(id);
    var answer = calls.record(answered);
    if (!row.bank().asked(answered.call())) {
      return EnquiryVerdict.REFUSED;
    }
    return switch (row.status()) {
      case WITHDRAWN -> EnquiryVerdict.WITHDRAWN;
      case CHECKING_ACCOUNT -> read(row, answer);
      // Recorded once already, when the process could not go on.
      default -> EnquiryVerdict.REFUSED;
    };
  }

  public Instant nextAt(RegistrationId id) {
    return book.find(id).orElseThrow().bank().nextEnquiryAt();
  }

  private EnquiryVerdict read(RegistrationEntity row, BankAnswer answer) {
    if (answer instanceof Approved approved && approved.owner() != null) {
      return compared(row, approved.owner());
    }
    if (answer instanceof Declined declined && OF_THE_ACCOUNT.contains(declined.reason())) {
      return refused(row, declined.reason());
    }
    var tries = row.bank().enquiryTries();
    if (tries < PAUSES.size()) {
      row.bank().askedInVain(time.now().plus(PAUSES.get(tries)));
      return EnquiryVerdict.ASK_AGAIN;
    }
    return refused(row, "bank-unavailable");
  }

  private EnquiryVerdict compared(RegistrationEntity row, BankAnswer.Owner owner) {
    if (!owner.identityNumber().strip().equals(row.payer().id())) {
      return refused(row, "account-owner-differs");
    }
    var same = HolderNames.same(owner.name(), row.newest().holder());
    row.heldBy(owner.name(), same);
    return same ? EnquiryVerdict.CONFIRMED : refused(row, "account-name-differs");
  }

  private EnquiryVerdict refused(RegistrationEntity row, String reason) {
    var now = time.now();
    changes.move(row, RegistrationStatus.ACCOUNT_REFUSED, reason, now);
    row.waitsForPayer(now);
    return EnquiryVerdict.REFUSED;
  }
}
