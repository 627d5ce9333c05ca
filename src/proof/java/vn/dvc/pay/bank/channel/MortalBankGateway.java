package vn.dvc.pay.bank.channel;

import java.util.concurrent.CompletableFuture;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.proof.failpoint.Failpoints;
import vn.dvc.proof.failpoint.Point;

/**
 * The bank gateway as seen by mortal threads: dead threads send nothing, and a thread may die
 * before sending, while the bank works, or with the answer in hand. The banks' clocks travel with
 * ours.
 */
public final class MortalBankGateway implements BankGateway {
  private final BankGateway real;
  private final Failpoints failpoints;

  private MortalBankGateway(BankGateway real, Failpoints failpoints) {
    this.real = real;
    this.failpoints = failpoints;
  }

  /** Wraps the gateway; any other bean stays as it is. */
  public static Object around(Object bean, Failpoints failpoints) {
    return bean instanceof BankGateway line ? new MortalBankGateway(line, failpoints) : bean;
  }

  @Override
  public BankAnswer ask(BankRequest request) {
    var what = request.operation().name();
    failpoints.refuseTheDead();
    failpoints.sends(request.call().id());
    failpoints.at(Point.CLAIMED, what);
    if (failpoints.killsAt(Point.AT_BANK, what)) {
      dieMeanwhile(request, what);
    }
    var answer = real.ask(asTheBanksClockSees(request));
    failpoints.at(Point.ANSWERED, what);
    return answer;
  }

  /** A thread that dies here leaves its request behind, and the bank still works on it. */
  private void dieMeanwhile(BankRequest request, String what) {
    var asking = CompletableFuture.runAsync(() -> real.ask(asTheBanksClockSees(request)));
    failpoints.awaitAtBank(request.call().id(), asking);
    failpoints.at(Point.AT_BANK, what);
  }

  private BankRequest asTheBanksClockSees(BankRequest request) {
    return new BankRequest(
        request.bank(),
        request.operation(),
        request.attempt(),
        request.call(),
        request.validUntil().minus(failpoints.travelled()),
        request.amount(),
        request.sealed(),
        request.body());
  }
}
