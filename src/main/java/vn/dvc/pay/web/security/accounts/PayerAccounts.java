package vn.dvc.pay.web.security.accounts;

import java.util.Optional;
import vn.dvc.pay.web.SignedInPayer;

/** Payers who may sign in at our own login page with a password. */
public interface PayerAccounts {

  Optional<SignedInPayer> authenticate(String login, String password);
}
