package vn.dvc.sandbox.bank.business;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.signing.KeyRing;

/**
 * The bank's references for transfers and mandates: deterministic, so the same attempt always gets
 * the same one.
 */
@Component
public class BankRefs {

  private final KeyRing keys;

  BankRefs(KeyRing keys) {
    this.keys = keys;
  }

  public String transfer(SandboxSettings.Bank bank, Call call) {
    return name("FT", "bankRef", bank, call);
  }

  public String mandate(SandboxSettings.Bank bank, Call call) {
    return name("UQ", "mandate", bank, call);
  }

  private String name(String sign, String purpose, SandboxSettings.Bank bank, Call call) {
    String hash = keys.of(bank.bin()).hash(purpose, call.attemptRef().toString());
    return sign + hash.substring(0, 12).toUpperCase(Locale.ROOT);
  }
}
