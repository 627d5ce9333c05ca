package vn.dvc.pay.registration.record;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.RegistrationId;

/**
 * The stored registration. Change it only while it is locked, see {@link
 * RegistrationJpaRepository}.
 */
@Entity
@Table(name = "registration")
public class RegistrationEntity {
  @Id private String id;

  /** Null until stored, so that a new entity is inserted, never merged. */
  @Version private @Nullable Long version;

  @Enumerated(EnumType.STRING)
  private Payer.Kind payerKind;

  private @Nullable String payerId;
  private @Nullable String payerName;
  private @Nullable String address;
  private boolean representativeKnown;

  @Enumerated(EnumType.STRING)
  private RegistrationStatus status;

  private @Nullable String reason;
  private @Nullable String note;
  private int formVersion;
  private @Nullable String holderAtBank;
  private boolean accountChecked;
  private boolean nameConfirmed;
  private @Nullable Instant waitsUntil;
  private @Nullable Instant remindAt;
  private @Nullable Instant remindedAt;
  private @Nullable String replaces;
  private @Nullable String processInstance;
  private Instant createdAt;
  private @Nullable String openKey;
  private @Nullable String forceKey;

  @Embedded private BankDetails bank = new BankDetails();

  @Embedded private ReviewDetails review;

  @OneToMany(mappedBy = "registration", cascade = CascadeType.PERSIST)
  @OrderBy("number")
  private List<RegistrationVersionEntity> versions = new ArrayList<>();

  // The inverse side of a bag: adding an event does not load the others.
  @OneToMany(mappedBy = "registration", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<RegistrationEventEntity> events = new ArrayList<>();

  @OneToMany(mappedBy = "registration", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<ApprovalEntity> approvals = new ArrayList<>();

  protected RegistrationEntity() {}

  public RegistrationEntity(
      RegistrationId id,
      Payer payer,
      @Nullable String address,
      boolean representativeKnown,
      Application applied,
      RegistrationId replaces,
      ReviewDetails review,
      Instant now) {
    this.id = id.text();
    this.payerKind = payer.kind();
    this.payerId = payer.id();
    this.payerName = payer.name();
    this.address = address;
    this.representativeKnown = representativeKnown;
    this.replaces = replaces == null ? null : replaces.text();
    this.review = review;
    this.createdAt = now;
    this.status = RegistrationStatus.CHECKING_ACCOUNT;
    this.openKey = payerId;
    apply(applied, now);
    events.add(new RegistrationEventEntity(this, now));
  }

  /**
   * Adds the payer's next version. The bank's earlier answer stays valid only if account and holder
   * are unchanged.
   */
  public void apply(Application applied, Instant now) {
    var sameAccount =
        formVersion > 0
            && newest().account().equals(applied.account())
            && newest().holder().equals(applied.holder());
    formVersion++;
    versions.add(new RegistrationVersionEntity(this, formVersion, applied, now));
    review.restart();
    bank.restart();
    if (!sameAccount || !accountChecked) {
      accountChecked = false;
      nameConfirmed = false;
      holderAtBank = null;
      bank.openEnquiry(null);
    }
  }

  /**
   * Moves to another status. Only {@link StatusChanges} calls it, which also notifies the portal.
   */
  void moveTo(RegistrationStatus next, String why, Instant now) {
    if (!RegistrationTransitions.isLegal(status, next)) {
      throw new IllegalStateException("Illegal registration transition " + status + " -> " + next);
    }
    status = next;
    reason = why;
    openKey = RegistrationTransitions.isOpen(next) ? payerId : null;
    forceKey = RegistrationTransitions.isInForce(next) ? payerId : null;
    waitsUntil = null;
    remindAt = null;
    remindedAt = null;
    events.add(new RegistrationEventEntity(this, now));
  }

  /** Stores the account holder reported by the bank. */
  public void accountHolderFound(@Nullable String name, boolean right) {
    holderAtBank = name;
    accountChecked = right;
  }

  public void nameConfirmed() {
    nameConfirmed = true;
    accountChecked = true;
  }

  /** Starts waiting for the payer, for as long as the policy allows. */
  public void awaitPayer(Instant now) {
    waitsUntil = now.plus(review.handIn());
    remindAt = now.plus(review.reminder());
  }

  /** Records an officer's approval of the newest version and its present form. */
  public void approvedBy(String officer, Instant now) {
    approvals.add(new ApprovalEntity(this, officer, now));
  }

  /** The officers who approved exactly this version and form, in order. */
  public List<String> approvers() {
    return approvals.stream()
        .filter(approval -> approval.isOf(formVersion, newest().formSha256()))
        .map(ApprovalEntity::officer)
        .distinct()
        .toList();
  }

  /** Whether as many officers approved this form as the policy required at the start. */
  public boolean isApproved() {
    return approvers().size() >= review.approvalsNeeded();
  }

  public void reminded(Instant now) {
    remindedAt = now;
  }

  /** Stores the teller's or officer's note to the payer. */
  public void note(@Nullable String text) {
    note = text;
  }

  public void runsIn(String processInstance) {
    this.processInstance = processInstance;
  }

  public RegistrationId id() {
    return RegistrationId.of(id);
  }

  public Payer payer() {
    return new Payer(payerKind, payerId, payerName);
  }

  public @Nullable String address() {
    return address;
  }

  /** Whether the portal named the representative; then nobody else may sign. */
  public boolean isRepresentativeKnown() {
    return representativeKnown;
  }

  public RegistrationStatus status() {
    return status;
  }

  public @Nullable String reason() {
    return reason;
  }

  public @Nullable String note() {
    return note;
  }

  public int formVersion() {
    return formVersion;
  }

  /** The number on the newest version's form, see {@link #paper(int)}. */
  public int paper() {
    return paper(formVersion);
  }

  /** The number on a version's form. It counts papers: what was never printed has no number. */
  public int paper(int version) {
    var printedBefore =
        versions.stream()
            .filter(each -> each.number() < version && each.formSha256() != null)
            .count();
    return (int) printedBefore + 1;
  }

  public RegistrationVersionEntity newest() {
    return versions.get(versions.size() - 1);
  }

  public List<RegistrationVersionEntity> versions() {
    return versions;
  }

  public @Nullable String holderAtBank() {
    return holderAtBank;
  }

  public boolean isAccountChecked() {
    return accountChecked;
  }

  public boolean isNameConfirmed() {
    return nameConfirmed;
  }

  public @Nullable Instant waitsUntil() {
    return waitsUntil;
  }

  public @Nullable Instant remindAt() {
    return remindAt;
  }

  public boolean wasReminded() {
    return remindedAt != null;
  }

  /** The registration that this one is to replace, null if none. */
  public @Nullable RegistrationId replaces() {
    return replaces == null ? null : RegistrationId.of(replaces);
  }

  public @Nullable String processInstance() {
    return processInstance;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public BankDetails bank() {
    return bank;
  }

  public ReviewDetails review() {
    return review;
  }

  public List<RegistrationEventEntity> events() {
    return events;
  }
}
