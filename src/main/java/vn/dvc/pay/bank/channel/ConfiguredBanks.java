package vn.dvc.pay.bank.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.bank.signing.BankKeys;

/** The banks of the configuration. */
@Component
class ConfiguredBanks implements Banks {
  private final List<Bank> banks;
  private final BankKeys keys;
  private final Maintenance maintenance;

  ConfiguredBanks(BankSettings settings, BankKeys keys, Maintenance maintenance) {
    this.banks = List.copyOf(settings.banks());
    this.keys = keys;
    this.maintenance = maintenance;
  }

  @Override
  public Optional<Maintenance.Begun> maintenance(String bin) {
    return maintenance.of(bin);
  }

  @Override
  public List<Bank> all() {
    return banks;
  }

  @Override
  public Optional<Bank> find(String bin) {
    return banks.stream().filter(bank -> bank.bin().equals(bin)).findFirst();
  }

  @Override
  public List<Map<String, Object>> sealingKeys(String bin) {
    return find(bin).map(keys::forSealing).orElse(List.of());
  }
}
