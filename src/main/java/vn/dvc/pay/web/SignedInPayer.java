package vn.dvc.pay.web;

import java.io.Serializable;
import java.security.Principal;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.text.IdentityNumber;

/**
 * The payer signed in to our pages, as the principal of the session. Pages show and change only
 * what belongs to {@link #payer()}.
 *
 * @param login the name the person signed in with: the subject at the identity provider
 * @param name the payer's name
 * @param personName the name of the person who acts for the payer
 */
public record SignedInPayer(
    String login, Payer.Kind kind, String id, String name, String personName, Role role)
    implements Principal, Serializable {

  public SignedInPayer {
    id = IdentityNumber.normal(id);
  }

  /** Somebody of whom only the payer is known. */
  public SignedInPayer(String login, Payer.Kind kind, String id, String name) {
    this(login, kind, id, name, login, Role.ANY);
  }

  /** The person who acts for the payer: of an organisation there may be several. */
  public Person person() {
    return new Person(login, personName);
  }

  /** Whether this person may approve what another person of the same payer has made. */
  public boolean mayCheck() {
    return role != Role.MAKER;
  }

  public Payer payer() {
    return new Payer(kind, id, name);
  }

  /** The same payer without a name, as dossiers identify payers. */
  public Payer unnamed() {
    return new Payer(kind, id, null);
  }

  /** What a person may do with the payer's payments. */
  public enum Role {
    /** Makes payments and approves those of others; so it is where the provider names no roles. */
    ANY,
    /** Makes payments, which another person approves. */
    MAKER,
    /** Makes payments, and approves those of others. */
    CHECKER
  }

  @Override
  public String getName() {
    return login;
  }
}
