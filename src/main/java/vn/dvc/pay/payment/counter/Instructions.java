package vn.dvc.pay.payment.counter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.book.PaymentRules;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.PaymentId;

/** The instructions by which payers pay at a branch or by transfer. */
@Component
public class Instructions {
  private final InstructionRepository rows;
  private final CollectingAccount collecting;

  Instructions(InstructionRepository rows, CollectingAccount collecting) {
    this.rows = rows;
    this.collecting = collecting;
  }

  /** Gives a new payment its code, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  void issue(PaymentRow row, PaymentRules rules) {
    var code = PaymentCode.fresh();
    while (rows.existsByCode(code.text())) {
      code = PaymentCode.fresh();
    }
    rows.saveAndFlush(new InstructionRow(row, code, collecting, rules.reminder()));
  }

  public Optional<Payment.Instruction> find(PaymentId id) {
    return rows.findById(id.text()).map(InstructionRow::shown);
  }

  /** What a transfer text says about the payment that it is for. */
  @Transactional(readOnly = true)
  public Named namedIn(String transferText) {
    var codes = PaymentCode.in(transferText).stream().map(PaymentCode::text).toList();
    return codes.isEmpty()
        ? new Named(codes, List.of())
        : new Named(codes, rows.paymentsOf(codes).stream().map(PaymentId::of).toList());
  }

  public boolean isCollectingAccount(AccountNumber account) {
    return collecting.number().equals(account);
  }

  /** That this collection pays the instruction; its payment is locked by the caller. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void paidBy(PaymentId id, UUID collection) {
    row(id).paidBy(collection);
  }

  /** The collection that pays the instruction, if one does. */
  public Optional<UUID> collectionOf(PaymentId id) {
    return Optional.ofNullable(row(id).collection());
  }

  InstructionRow row(PaymentId id) {
    return rows.findById(id.text()).orElseThrow();
  }

  /**
   * @param codes the well-formed codes in the text
   * @param payments the payments that bear one of them
   */
  public record Named(List<String> codes, List<PaymentId> payments) {}
}
