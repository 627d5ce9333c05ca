package vn.dvc.pay.web.security.accounts;

import java.util.Optional;
import vn.dvc.pay.web.SignedInPayer;

/** Payers who may sign in with a password on our own login page. */
public interface PayerAccounts {

  Optional<SignedInPayer> authenticate(String login, String password);
}
