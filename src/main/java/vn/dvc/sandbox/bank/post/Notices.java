package vn.dvc.sandbox.bank.post;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.State;
import vn.dvc.sandbox.bank.attempts.AccountAttempt;
import vn.dvc.sandbox.bank.books.BookEntry;
import vn.dvc.sandbox.bank.books.Books;
import vn.dvc.sandbox.bank.moods.Faults;

/** What a bank does of its own accord, and tells DVC Pay of. */
@Component
public class Notices {

  private final Books books;
  private final Letters letters;
  private final Courier courier;
  private final Faults faults;

  Notices(Books books, Letters letters, Courier courier, Faults faults) {
    this.faults = faults;
    this.books = books;
    this.letters = letters;
    this.courier = courier;
  }

  /** Ends a mandate from the bank's side; whether there was one in force. */
  public boolean endMandate(String bank, String mandate) {
    return told(
        books.happen(
            () ->
                books
                    .mandate(bank, mandate)
                    .filter(it -> it.state() == State.AUTHORISED)
                    .map(it -> ended(bank, it))));
  }

  /** Tells DVC Pay to ask about an attempt; whether the bank knows it. */
  public boolean tellOf(String bank, UUID attemptRef) {
    return told(
        books.happen(
            () ->
                books
                    .attempt(bank, attemptRef)
                    .map(
                        it ->
                            letters.transactionChanged(bank, written(bank, attemptRef.toString())))
                    .map(BookEntry.Happened::told)));
  }

  private BookEntry.Happened ended(String bank, AccountAttempt mandate) {
    return BookEntry.Happened.changed(
        mandate.in(State.VOIDED), letters.mandateEnded(bank, written(bank, mandate.bankRef())));
  }

  private String written(String bank, String reference) {
    return faults.habitsOf(bank).written(reference);
  }

  private boolean told(Optional<BookEntry.Happened> happened) {
    books.force();
    happened.ifPresent(it -> courier.take(it.letter()));
    return happened.isPresent();
  }
}
