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

/** The instructions by which payers pay at a branch or by transfer. */
@Component
public class Instructions {
  private final InstructionRepository instructions;
  private final CollectingAccount collecting;

  Instructions(InstructionRepository instructions, CollectingAccount collecting) {
    this.instructions = instructions;
    this.collecting = collecting;
  }

  /** Gives a new payment its code, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void issue(PaymentEntity payment, PaymentRules rules) {
    instructions.saveAndFlush(
        new InstructionEntity(payment, freshCode(), collecting, rules.reminder()));
  }

  /** Asks for what is missing, under a code of its own; its payment is locked by the caller. */
  @Transactional(propagation = Propagation.MANDATORY)
  public InstructionEntity issueForRest(PaymentId id, Money rest, Instant now) {
    return instructions.saveAndFlush(row(id).next(freshCode(), rest, now));
  }

  /** The one in force: the newest. */
  public Optional<Payment.Instruction> find(PaymentId id) {
    return newest(id).map(InstructionEntity::shown);
  }

  /** What a transfer text says about the payment that it is for. */
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

  /** Every code that names the payment, in the order in which they were issued. */
  public List<String> codesOf(PaymentId id) {
    return instructions.ofPayment(id.text()).stream().map(InstructionEntity::code).toList();
  }

  public InstructionEntity row(PaymentId id) {
    return newest(id).orElseThrow();
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
   * @param payments the payments that bear one of them
   */
  public record Named(List<String> codes, List<PaymentId> payments) {}
}
