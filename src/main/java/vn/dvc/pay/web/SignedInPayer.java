package vn.dvc.pay.web;

import java.io.Serializable;
import java.security.Principal;
import vn.dvc.pay.values.Payer;

/**
 * The payer who signed in at our pages: the principal of their session. Pages show and change only
 * what belongs to {@link #payer()}.
 *
 * @param login the name under which the payer signed in
 */
public record SignedInPayer(String login, Payer.Kind kind, String id, String name)
    implements Principal, Serializable {

  public Payer payer() {
    return new Payer(kind, id, name);
  }

  /** The same person, called as the dossiers say: who signed in need not be told by name. */
  public Payer unnamed() {
    return new Payer(kind, id, null);
  }

  @Override
  public String getName() {
    return login;
  }
}
