package vn.dvc.pay.engine.signin;

import java.util.Optional;
import java.util.function.Supplier;
import vn.dvc.pay.values.Problem;

/**
 * How often a password may be tried: slower after some failures of one name from one address, and
 * after many of one address. Nobody is locked by what strangers do elsewhere, and nobody for good.
 * Whoever never failed may come as often, and as many at once, as programs do. Other secrets that
 * strangers may guess at are guarded in the same way.
 */
public interface SignInAttempts {

  /** What is tried. */
  enum Door {
    SIGN_IN,
    PAPER,
    DOSSIER
  }

  /**
   * Who signs in. Too early is answered as a wrong password is, so that nobody learns which it was.
   *
   * @param check the account, if the password is right; not asked too early
   */
  default <T> Optional<T> tried(String name, Supplier<Optional<T>> check) {
    return tried(Door.SIGN_IN, name, check);
  }

  /**
   * The same for another secret. Too early is said there, with when to try again: it tells of
   * nothing but the caller's own failures.
   *
   * @throws Problem too-many-guesses (429), at another door than that of sign-in; {@code check} was
   *     not asked
   */
  <T> Optional<T> tried(Door door, String name, Supplier<Optional<T>> check);
}
