package vn.dvc.pay.dossier.record;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SourceType;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;

/** A stored dossier. Change it only while it is locked, see {@link DossierRepository#lock}. */
@Entity
@Table(name = "dossier")
public class DossierEntity {
  public static final String UNPAID = "UNPAID";
  public static final String PAID = "PAID";
  static final String REFUNDED = "REFUNDED";
  public static final String CANCELLED = "CANCELLED";

  @Id private String code;
  private @Nullable String procedureName;
  private @Nullable String authority;
  private @Nullable String payerKind;
  private @Nullable String payerId;
  private @Nullable String payerName;
  private @Nullable LocalDate dueDate;
  private long amount;
  private String searchText;
  private String state;
  private @Nullable String paidBy;
  private @Nullable String receipt;

  /** By the database's clock, written with the row itself. */
  @CurrentTimestamp(source = SourceType.DB, event = EventType.INSERT)
  private Instant createdAt;

  /** The database's time when this was read, so that nobody need ask for it; null if new. */
  @Formula("current_timestamp(6)")
  private @Nullable Instant readAt;

  @ElementCollection
  @CollectionTable(name = "dossier_fee", joinColumns = @JoinColumn(name = "dossier"))
  @OrderColumn(name = "line")
  @BatchSize(size = 50)
  private List<DossierFee> fees = new ArrayList<>();

  public DossierEntity() {}

  public DossierEntity(DossierCode code, DossierContent content) {
    this.code = code.text();
    this.state = UNPAID;
    describe(content);
  }

  public void describe(DossierContent content) {
    procedureName = content.procedure();
    authority = content.authority();
    payerKind = content.payer().kind().name();
    payerId = content.payer().id();
    payerName = content.payer().name();
    dueDate = content.dueDate();
    searchText = DossierFilter.searchable(code, content);
    amount = content.fees().stream().mapToLong(fee -> fee.amount().dong()).sum();
    fees.clear();
    content.fees().forEach(fee -> fees.add(DossierFee.of(fee)));
  }

  public void cancel() {
    state = CANCELLED;
  }

  public void pay(String payment, String receiptNumber) {
    state = PAID;
    paidBy = payment;
    receipt = receiptNumber;
  }

  public void refund() {
    state = REFUNDED;
  }

  public DossierContent content() {
    return new DossierContent(
        procedureName,
        authority,
        new Payer(Payer.Kind.valueOf(payerKind), payerId, payerName),
        dueDate,
        fees.stream().map(DossierFee::fee).toList());
  }

  /**
   * @param livePayment the payment that has reserved the dossier, null if there is none
   */
  public Dossier dossier(@Nullable String livePayment) {
    var inPayment = state.equals(UNPAID) && livePayment != null;
    return new Dossier(
        DossierCode.of(code),
        content(),
        inPayment ? Dossier.Status.IN_PROGRESS : Dossier.Status.valueOf(state),
        inPayment ? livePayment : paidBy,
        receipt);
  }

  public boolean isOwedBy(Payer payer) {
    return payerKind.equals(payer.kind().name()) && payerId.equals(payer.id());
  }

  public boolean isPaidBy(String payment) {
    return payment.equals(paidBy);
  }

  @Nullable Instant readAt() {
    return readAt;
  }

  public String code() {
    return code;
  }

  public String state() {
    return state;
  }

  public long amount() {
    return amount;
  }

  public @Nullable String receipt() {
    return receipt;
  }
}
