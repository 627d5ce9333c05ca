package vn.dvc.sandbox.signing;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.journal.DataDirectory;

/** The keys of every configured bank. */
@Component
public class KeyRing {

  private final Map<String, SandboxBankKeys> byBin;

  KeyRing(SandboxSettings settings, DataDirectory data) {
    this.byBin =
        settings.banks().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SandboxSettings.Bank::bin,
                    bank ->
                        new SandboxBankKeys(
                            bank.bin(),
                            StoredKeys.in(
                                data.file("keys").resolve(bank.bin() + ".json"), bank.bin()))));
  }

  public @Nullable SandboxBankKeys of(String bin) {
    return byBin.get(bin);
  }
}
