package vn.dvc.pay.bank.watch;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankWatch;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.channel.BankBreakers;
import vn.dvc.pay.time.DatabaseTime;

/** Reads the banks' condition from the stored calls of all nodes and this node's breakers. */
@Component
class WatchedBanks implements BankWatch {
  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final Duration LONG_AGO = Duration.ofDays(1);

  private final Banks banks;
  private final TrafficRepository traffic;
  private final BankBreakers breakers;
  private final DatabaseTime time;

  WatchedBanks(Banks banks, TrafficRepository traffic, BankBreakers breakers, DatabaseTime time) {
    this.banks = banks;
    this.traffic = traffic;
    this.breakers = breakers;
    this.time = time;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Condition> all() {
    var now = time.now();
    var lately = traffic.since(now.minus(LATELY));
    var unanswered = traffic.unanswered();
    var unclear = traffic.unclear();
    return banks.all().stream()
        .map(
            bank ->
                new Condition(
                    bank,
                    traffic.lastAnswer(bank.bin(), now.minus(LONG_AGO)).orElse(null),
                    unanswered.getOrDefault(bank.bin(), Waiting.NONE).since(),
                    unclear.getOrDefault(bank.bin(), Waiting.NONE).count(),
                    unclear.getOrDefault(bank.bin(), Waiting.NONE).since(),
                    lately.getOrDefault(bank.bin(), new Traffic(0, 0, 0)),
                    breaker(bank, false),
                    breaker(bank, true)))
        .toList();
  }

  private Breaker breaker(Bank bank, boolean inquiries) {
    return breakers.of(bank, inquiries);
  }
}
