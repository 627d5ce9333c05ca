package vn.dvc.pay.web;

import java.io.Serializable;
import java.security.Principal;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.text.IdentityNumber;

/**
 * The payer signed in to our pages, as the principal of the session. Pages show and change only
 * what belongs to {@link #payer()}.
 *
 * @param login the name the payer signed in with
 */
public record SignedInPayer(String login, Payer.Kind kind, String id, String name)
    implements Principal, Serializable {

  public SignedInPayer {
    id = IdentityNumber.normal(id);
  }

  public Payer payer() {
    return new Payer(kind, id, name);
  }

  /** The same payer without a name, as dossiers identify payers. */
  public Payer unnamed() {
    return new Payer(kind, id, null);
  }

  @Override
  public String getName() {
    return login;
  }
}
