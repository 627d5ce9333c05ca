package vn.dvc.pay.registration.record;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;

/** What a registration has to do with its bank: the enquiry, the mandate, what was last refused. */
@Embeddable
public class BankDetails {
  private UUID enquiryAttempt;
  private UUID enquiryCall;
  private int enquiryTries;
  private Instant nextEnquiryAt;
  private UUID mandateAttempt;
  private UUID mandateCall;
  private int mandateTries;
  private Instant nextMandateAt;
  private String mandateReference;
  private String lastDecline;

  /** The next version is approved, and its mandate asked for, from the beginning. */
  void startsOver() {
    mandateTries = 0;
  }

  /** A new enquiry, about what the newest version says. */
  public void asksUnder(AttemptRef enquiry) {
    this.enquiryAttempt = enquiry == null ? null : enquiry.id();
    this.enquiryCall = null;
    this.enquiryTries = 0;
  }

  /** What the bank is asked now; an answer to anything before is none to this. */
  public void asks(CallRef enquiry) {
    this.enquiryCall = enquiry.id();
  }

  public boolean asked(CallRef call) {
    return call.id().equals(enquiryCall);
  }

  public void askedInVain(Instant next) {
    enquiryTries++;
    nextEnquiryAt = next;
  }

  public void activatesUnder(AttemptRef mandate) {
    this.mandateAttempt = mandate.id();
  }

  /** What the bank is told about the mandate now. */
  public void tells(CallRef request) {
    this.mandateCall = request.id();
  }

  public boolean told(CallRef call) {
    return call.id().equals(mandateCall);
  }

  public void sentInVain() {
    mandateTries++;
  }

  public void tellsAgain(Instant next) {
    nextMandateAt = next;
  }

  public void holds(String mandateReference) {
    this.mandateReference = mandateReference;
  }

  public void declined(String reason) {
    this.lastDecline = reason;
  }

  public AttemptRef enquiry() {
    return enquiryAttempt == null ? null : new AttemptRef(enquiryAttempt);
  }

  public int enquiryTries() {
    return enquiryTries;
  }

  public Instant nextEnquiryAt() {
    return nextEnquiryAt;
  }

  public AttemptRef mandate() {
    return mandateAttempt == null ? null : new AttemptRef(mandateAttempt);
  }

  /** How often the mandate of this version was asked for in vain, under whatever attempt. */
  public int mandateTries() {
    return mandateTries;
  }

  public Instant nextMandateAt() {
    return nextMandateAt;
  }

  /** How the bank names the mandate, null before it made one. */
  public String mandateReference() {
    return mandateReference;
  }

  public String lastDecline() {
    return lastDecline;
  }
}
