package vn.dvc.pay.payment.counter.instruction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRules;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.text.PaymentCode;

/** Issues and finds the instructions for paying at a branch or by transfer. */
@Component
public class Instructions {
  private final InstructionRepository instructions;
  private final CollectingAccount collecting;

  Instructions(InstructionRepository instructions, CollectingAccount collecting) {
    this.instructions = instructions;
    this.collecting = collecting;
  }

  /** Issues the first instruction of a new payment, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void issue(PaymentEntity payment, PaymentRules rules) {
    instructions.saveAndFlush(
        new InstructionEntity(payment, freshCode(), collecting, rules.reminder()));
  }

  /**
   * Issues an instruction with a new code for the missing amount. The caller has locked the
   * payment.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public InstructionEntity issueForRest(PaymentId id, Money rest, Instant now) {
    return instructions.saveAndFlush(current(id).next(freshCode(), rest, now));
  }

  /** The instruction in force, which is the newest. */
  public Optional<Payment.Instruction> find(PaymentId id) {
    return newest(id).map(InstructionEntity::snapshot);
  }

  /** Finds the payments that a transfer text names. */
  @Transactional(readOnly = true)
  public Named namedIn(String transferText) {
    var codes = PaymentCode.in(transferText).stream().map(PaymentCode::text).toList();
    return codes.isEmpty()
        ? new Named(codes, List.of())
        : new Named(codes, instructions.paymentsOf(codes).stream().map(PaymentId::of).toList());
  }

  public boolean isCollectingAccount(AccountNumber account) {
    return collecting.number().equals(account);
  }

  /** Every code of the payment, in the order of issue. */
  public List<String> codesOf(PaymentId id) {
    return instructions.ofPayment(id.text()).stream().map(InstructionEntity::code).toList();
  }

  public InstructionEntity current(PaymentId id) {
    return newest(id)
        .orElseThrow(() -> new IllegalStateException("No instruction of payment " + id));
  }

  private Optional<InstructionEntity> newest(PaymentId id) {
    return instructions.ofPayment(id.text()).stream().reduce((earlier, later) -> later);
  }

  private PaymentCode freshCode() {
    var code = PaymentCode.fresh();
    while (instructions.existsById(code.text())) {
      code = PaymentCode.fresh();
    }
    return code;
  }

  /**
   * @param codes the well-formed codes in the text
   * @param payments the payments that have one of these codes
   */
  public record Named(List<String> codes, List<PaymentId> payments) {}
}
