package vn.dvc.sandbox.bank.desk;

import java.util.Optional;
import vn.dvc.sandbox.bank.attempts.Attempt;
import vn.dvc.sandbox.bank.books.BookEntry;

/**
 * Decides one call while nothing else is decided. The attempt is empty where the call opens one.
 */
@FunctionalInterface
public interface Ruling {

  BookEntry.Committed on(Optional<Attempt> known, Decision decision);
}
