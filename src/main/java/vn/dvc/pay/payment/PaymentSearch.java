package vn.dvc.pay.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/** Finds payments by whatever a payer or a bank may quote, and lists them. */
public interface PaymentSearch {
  int PAGE = 50;

  /** Newest first, a page of {@link #PAGE}. */
  List<Hit> find(Wanted wanted, int page);

  /** Those of these payments that there are, by id; at most a page of {@link #PAGE}. */
  Map<String, Hit> named(Collection<String> ids);

  /**
   * What a payment must have; null or blank for anything.
   *
   * @param words the payer's number or a part of the name, with or without diacritics, a payment's,
   *     attempt's or call's id, the number of a confirmation, a payment code, a bank's reference,
   *     or a card's last four digits
   * @param from the first day on which it was begun, in Vietnam
   * @param to the last such day
   */
  record Wanted(
      @Nullable String words,
      @Nullable Method method,
      @Nullable PaymentStatus status,
      @Nullable String bank,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    public static Wanted with(String words) {
      return new Wanted(words, null, null, null, null, null);
    }
  }

  /** A payment in one line. */
  record Hit(
      PaymentId id,
      Instant begun,
      Payer payer,
      Method method,
      PaymentStatus status,
      @Nullable String reason,
      Money amount,
      @Nullable String bank,
      @Nullable String last4) {}
}
