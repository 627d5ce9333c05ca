package vn.dvc.pay.registration.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankCommand.EnquireAccount;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.PayerRetries;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.text.IdentityNumber;

/** Asks the bank who holds the account, several times if it does not answer. */
@Component
public class AccountEnquiries {

  /** The declines that concern the account; any other means that the bank cannot answer now. */
  private static final Set<DeclineReason> OF_THE_ACCOUNT =
      EnumSet.of(
          DeclineReason.ACCOUNT_NOT_FOUND,
          DeclineReason.ACCOUNT_CLOSED,
          DeclineReason.ACCOUNT_BLOCKED);

  /**
   * Whatever is wrong with an account that the bank does not call the payer's: otherwise anybody
   * could find out which accounts there are. What the bank said stands with its call, for staff.
   */
  private static final String NOT_THE_PAYERS = "account-owner-differs";

  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final BankCalls calls;
  private final PayerRetries retries;
  private final DatabaseTime time;

  AccountEnquiries(
      RegistrationRepository registrations,
      StatusChanges changes,
      BankCalls calls,
      PayerRetries retries,
      DatabaseTime time) {
    this.registrations = registrations;
    this.changes = changes;
    this.calls = calls;
    this.retries = retries;
    this.time = time;
  }

  /** Records the enquiry, unless the bank has already answered. */
  @Transactional
  public EnquiryVerdict prepare(RegistrationId id) {
    var registration = registrations.lock(id);
    if (registration.status() == RegistrationStatus.WITHDRAWN) {
      return EnquiryVerdict.WITHDRAWN;
    }
    if (registration.isAccountChecked()) {
      return EnquiryVerdict.ACCOUNT_KNOWN;
    }
    var account = registration.newest().account();
    if (registration.bank().enquiry() == null) {
      registration.bank().openEnquiry(calls.open(Subject.of(id), account.bank(), null));
    }
    registration
        .bank()
        .enquiryRequested(
            calls.prepare(registration.bank().enquiry(), new EnquireAccount(account.number())));
    return EnquiryVerdict.ENQUIRY_PREPARED;
  }

  public RecordedAnswer ask(RegistrationId id) {
    return calls.ask(
        registrations.require(id).bank().enquiry(),
        Operation.ENQUIRY,
        answered -> record(id, answered).name());
  }

  /**
   * Stores the answer with its call, and interprets it only while that call is the current enquiry.
   * A late worker may deliver the answer about another account or an abandoned enquiry.
   */
  private EnquiryVerdict record(RegistrationId id, Answered answered) {
    var registration = registrations.lock(id);
    var answer = calls.record(answered);
    if (!registration.bank().isCurrentEnquiry(answered.call())) {
      return EnquiryVerdict.REFUSED;
    }
    return switch (registration.status()) {
      case WITHDRAWN -> EnquiryVerdict.WITHDRAWN;
      case CHECKING_ACCOUNT -> read(registration, answer);
      // Already recorded once, when the process could not continue.
      default -> EnquiryVerdict.REFUSED;
    };
  }

  public Instant nextAt(RegistrationId id) {
    return registrations.require(id).bank().nextEnquiryAt();
  }

  private EnquiryVerdict read(RegistrationEntity registration, BankAnswer answer) {
    if (answer instanceof Approved approved && approved.owner() != null) {
      return compared(registration, approved.owner());
    }
    if (answer instanceof Declined declined && OF_THE_ACCOUNT.stream().anyMatch(declined::isFor)) {
      return refused(registration, NOT_THE_PAYERS);
    }
    var tries = registration.bank().enquiryTries();
    var pauses = retries.enquiries();
    if (tries < pauses.size()) {
      registration.bank().enquiryFailed(time.now().plus(pauses.get(tries)));
      return EnquiryVerdict.ASK_AGAIN;
    }
    return refused(registration, DeclineReason.BANK_UNAVAILABLE.code());
  }

  private EnquiryVerdict compared(RegistrationEntity registration, BankAnswer.Owner owner) {
    if (!IdentityNumber.normal(owner.identityNumber()).equals(registration.payer().id())) {
      return refused(registration, NOT_THE_PAYERS);
    }
    var same = HolderNames.same(owner.name(), registration.newest().holder());
    registration.accountHolderFound(owner.name(), same);
    return same ? EnquiryVerdict.CONFIRMED : refused(registration, "account-name-differs");
  }

  private EnquiryVerdict refused(RegistrationEntity registration, String reason) {
    var now = time.now();
    changes.move(registration, RegistrationStatus.ACCOUNT_REFUSED, reason, now);
    registration.awaitPayer(now);
    return EnquiryVerdict.REFUSED;
  }
}
