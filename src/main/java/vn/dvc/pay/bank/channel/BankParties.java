package vn.dvc.pay.bank.channel;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;

/**
 * Each bank counts as two parties, calls and inquiries, so that hanging calls do not delay
 * inquiries.
 */
@Component
class BankParties implements Parties {
  private final BankSettings settings;

  BankParties(BankSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<Party> parties() {
    var lock = settings.bank().lock();
    return settings.banks().stream()
        .flatMap(
            bank ->
                Stream.of(
                    new Party(bank.topic(), bank.slots(), lock),
                    new Party(bank.inquiryTopic(), bank.inquirySlots(), lock)))
        .toList();
  }
}
