package vn.dvc.pay.bank.signing;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Optional;
import vn.dvc.pay.bank.Bank;

/** Fetches the public keys of a bank. The channel to the banks does so, which itself verifies. */
public interface KeySource {

  /** Empty if the bank does not answer, or not with keys. */
  Optional<JWKSet> fetch(Bank bank);
}
