package vn.dvc.pay.web.security;

import java.util.Optional;
import vn.dvc.pay.web.SignedInPayer;

/** Payers who may sign in at our own login page with a password. */
interface PayerAccounts {

  Optional<SignedInPayer> authenticate(String login, String password);
}
