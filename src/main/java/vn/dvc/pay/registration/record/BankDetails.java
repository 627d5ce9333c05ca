package vn.dvc.pay.registration.record;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;

/** A registration's dealings with its bank: the enquiry, the mandate and the last decline. */
@Embeddable
public class BankDetails {
  private @Nullable UUID enquiryAttempt;
  private @Nullable UUID enquiryCall;
  private int enquiryTries;
  private Instant nextEnquiryAt;
  private UUID mandateAttempt;
  private UUID mandateCall;
  private int mandateTries;
  private Instant nextMandateAt;
  private String mandateReference;
  private @Nullable String lastDecline;

  /** Resets the tries, because the mandate of the next version is requested from the beginning. */
  void restart() {
    mandateTries = 0;
  }

  /** Opens a new enquiry about the newest version. */
  public void openEnquiry(@Nullable AttemptRef enquiry) {
    this.enquiryAttempt = enquiry == null ? null : enquiry.id();
    this.enquiryCall = null;
    this.enquiryTries = 0;
  }

  /** Sets the current enquiry call; answers to earlier calls no longer count. */
  public void enquiryRequested(CallRef enquiry) {
    this.enquiryCall = enquiry.id();
  }

  public boolean isCurrentEnquiry(CallRef call) {
    return call.id().equals(enquiryCall);
  }

  public void enquiryFailed(Instant next) {
    enquiryTries++;
    nextEnquiryAt = next;
  }

  public void openMandate(AttemptRef mandate) {
    this.mandateAttempt = mandate.id();
  }

  /** Sets the current mandate call; answers to earlier calls no longer count. */
  public void mandateRequested(CallRef request) {
    this.mandateCall = request.id();
  }

  public boolean isCurrentMandateRequest(CallRef call) {
    return call.id().equals(mandateCall);
  }

  public void mandateRequestFailed() {
    mandateTries++;
  }

  public void retryMandateAt(Instant next) {
    nextMandateAt = next;
  }

  public void mandateGranted(String mandateReference) {
    this.mandateReference = mandateReference;
  }

  public void declined(@Nullable String reason) {
    this.lastDecline = reason;
  }

  public @Nullable AttemptRef enquiry() {
    return enquiryAttempt == null ? null : new AttemptRef(enquiryAttempt);
  }

  public int enquiryTries() {
    return enquiryTries;
  }

  public Instant nextEnquiryAt() {
    return nextEnquiryAt;
  }

  public @Nullable AttemptRef mandate() {
    return mandateAttempt == null ? null : new AttemptRef(mandateAttempt);
  }

  /** The number of unsuccessful mandate requests for this version, over all attempts. */
  public int mandateTries() {
    return mandateTries;
  }

  public Instant nextMandateAt() {
    return nextMandateAt;
  }

  /** The bank's reference of the mandate, null until there is one. */
  public @Nullable String mandateReference() {
    return mandateReference;
  }

  public @Nullable String lastDecline() {
    return lastDecline;
  }
}
