package vn.dvc.sandbox.bank.cashier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.books.BookEntry;
import vn.dvc.sandbox.bank.books.Books;
import vn.dvc.sandbox.bank.books.Collected;
import vn.dvc.sandbox.bank.books.Delivery;
import vn.dvc.sandbox.bank.post.Courier;
import vn.dvc.sandbox.bank.post.Letters;

/** The branch cashier, whom testers play: takes money in, and has DVC Pay told of it. */
@Component
public class Cashier {

  private final Books books;
  private final Letters letters;
  private final Courier courier;

  Cashier(Books books, Letters letters, Courier courier) {
    this.books = books;
    this.letters = letters;
    this.courier = courier;
  }

  /** Takes money in; empty when its reference was used before. */
  public Optional<Slip> collect(Deposit deposit) {
    Collected money =
        new Collected(
            deposit.bank().bin(),
            deposit.reference() == null ? "BC" + Letters.fresh() : deposit.reference(),
            deposit.bank().collecting().number(),
            deposit.amount(),
            deposit.text(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    return done(
        books.happen(
            () ->
                books.collection(money.reference()).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        BookEntry.Happened.collected(
                            money, deposit.deliver() ? letters.collected(money) : null))),
        money.reference());
  }

  /** Tells DVC Pay of a collection, once more if it was told before; empty of an unknown one. */
  public Optional<Slip> deliver(String reference) {
    return done(
        books.happen(
            () ->
                books.collection(reference).map(letters::collected).map(BookEntry.Happened::told)),
        reference);
  }

  /** Newest first. */
  public List<Slip> slips() {
    List<Delivery> deliveries = books.deliveries();
    return books.collections().stream().map(it -> slip(it, deliveries)).toList();
  }

  private Optional<Slip> done(Optional<BookEntry.Happened> happened, String reference) {
    books.force();
    return happened.map(
        it -> {
          if (it.letter() != null) {
            courier.take(it.letter());
          }
          return slip(books.collection(reference).orElseThrow(), books.deliveries());
        });
  }

  private static Slip slip(Collected collected, List<Delivery> deliveries) {
    return new Slip(
        collected, deliveries.stream().filter(it -> it.letter().isAbout(collected)).toList());
  }
}
