package vn.dvc.pay.dossier;

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
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;

/** A dossier as a row. Changed only under the row's lock, see {@link DossierRows#lock}. */
@Entity
@Table(name = "dossier")
class DossierRow {
  static final String UNPAID = "UNPAID";
  static final String PAID = "PAID";
  static final String REFUNDED = "REFUNDED";
  static final String CANCELLED = "CANCELLED";

  @Id private String code;
  private String procedureName;
  private String authority;
  private String payerKind;
  private String payerId;
  private String payerName;
  private LocalDate dueDate;
  private long amount;
  private String state;
  private String paidBy;
  private String receipt;
  private Instant createdAt;

  @ElementCollection
  @CollectionTable(name = "dossier_fee", joinColumns = @JoinColumn(name = "dossier"))
  @OrderColumn(name = "line")
  @BatchSize(size = 50)
  private List<FeeRow> fees = new ArrayList<>();

  DossierRow() {}

  DossierRow(DossierCode code, DossierContent content, Instant createdAt) {
    this.code = code.text();
    this.state = UNPAID;
    this.createdAt = createdAt;
    describe(content);
  }

  void describe(DossierContent content) {
    procedureName = content.procedure();
    authority = content.authority();
    payerKind = content.payer().kind().name();
    payerId = content.payer().id();
    payerName = content.payer().name();
    dueDate = content.dueDate();
    amount = content.fees().stream().mapToLong(fee -> fee.amount().dong()).sum();
    fees.clear();
    content.fees().forEach(fee -> fees.add(FeeRow.of(fee)));
  }

  void cancel() {
    state = CANCELLED;
  }

  void pay(String payment, String receiptNumber) {
    state = PAID;
    paidBy = payment;
    receipt = receiptNumber;
  }

  void refund() {
    state = REFUNDED;
  }

  DossierContent content() {
    return new DossierContent(
        procedureName,
        authority,
        new Payer(Payer.Kind.valueOf(payerKind), payerId, payerName),
        dueDate,
        fees.stream().map(FeeRow::fee).toList());
  }

  /**
   * @param livePayment the payment that holds the dossier's live lock, null where none does
   */
  Dossier dossier(String livePayment) {
    var inPayment = state.equals(UNPAID) && livePayment != null;
    return new Dossier(
        DossierCode.of(code),
        content(),
        inPayment ? Dossier.Status.IN_PROGRESS : Dossier.Status.valueOf(state),
        inPayment ? livePayment : paidBy,
        receipt);
  }

  boolean isOwedBy(Payer payer) {
    return payerKind.equals(payer.kind().name()) && payerId.equals(payer.id());
  }

  boolean isPaidBy(String payment) {
    return payment.equals(paidBy);
  }

  String code() {
    return code;
  }

  String state() {
    return state;
  }

  long amount() {
    return amount;
  }

  String receipt() {
    return receipt;
  }
}
