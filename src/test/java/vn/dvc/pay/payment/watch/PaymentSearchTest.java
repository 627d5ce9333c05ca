package vn.dvc.pay.payment.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.payment.PaymentSearch.Hit;
import vn.dvc.pay.payment.PaymentSearch.Wanted;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.PaymentStory.Mark;
import vn.dvc.pay.payment.PaymentWatch.BeingChecked;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.testing.Migrated;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.text.PaymentCode;

/** What operators find and count, on both databases. */
class PaymentSearchTest {
  private final String payer = "P" + random().substring(0, 11);
  private final UUID attempt = UUID.randomUUID();
  private final UUID call = UUID.randomUUID();
  private final String bankRef = "FT" + random();
  private final String code = PaymentCode.fresh().text();

  @ParameterizedTest
  @EnumSource
  void aPaymentIsFoundByWhateverSomebodyQuotes(Migrated database) {
    var payment = inDoubt(database);
    var search = new StoredPaymentSearch(database.jdbc);

    finds(
        search,
        payment,
        payer,
        "Nguyễn Thị " + payer,
        "thị " + payer.toLowerCase(),
        attempt.toString(),
        attempt.toString().toUpperCase(),
        call.toString(),
        bankRef,
        bankRef.toLowerCase(),
        code.toLowerCase(),
        code.replaceFirst("(.{6})", "$1 "));
    assertThat(search.find(Wanted.with("4321"), 0)).extracting(Hit::id).contains(payment);
    assertThat(search.find(Wanted.with("100%"), 0)).isEmpty();
    assertThat(search.find(Wanted.with(payer + "X1"), 0)).isEmpty();
  }

  /** As one payment code in thirty is; a bank's references may be, too. */
  @ParameterizedTest
  @EnumSource
  void aNumberOfLettersAloneIsNotTakenForAName(Migrated database) {
    var payment = inDoubt(database);
    var allLetters = "DVC" + random().substring(0, 9).replaceAll("\\d", "Q");
    database
        .jdbc
        .sql("update instruction set code = ? where code = ?")
        .params(allLetters, code)
        .update();
    database
        .jdbc
        .sql("update attempt set bank_ref = ? where attempt_ref = ?")
        .params(allLetters + "FT", attempt)
        .update();

    finds(
        new StoredPaymentSearch(database.jdbc),
        payment,
        allLetters,
        allLetters.toLowerCase(),
        allLetters + "ft");
  }

  @ParameterizedTest
  @EnumSource
  void aNameIsFoundHoweverItIsTyped(Migrated database) {
    var payment = inDoubt(database);

    finds(
        new StoredPaymentSearch(database.jdbc),
        payment,
        "nguyen thi " + payer,
        "NGUYEN THI " + payer,
        "  Nguyễn   Thị\u00a0" + payer,
        Normalizer.normalize("nguyễn thị " + payer, Normalizer.Form.NFD),
        payer.replaceAll("(...)", "$1."));
  }

  @ParameterizedTest
  @EnumSource
  void theListIsFilteredByMethodStatusBankAndDay(Migrated database) {
    var payment = inDoubt(database);
    var search = new StoredPaymentSearch(database.jdbc);
    var day = LocalDate.of(2026, 11, 28);

    assertThat(
            search.find(
                new Wanted(payer, Method.CARD, PaymentStatus.BEING_CHECKED, "970415", day, day), 0))
        .extracting(Hit::id)
        .containsExactly(payment);
    for (var other :
        List.of(
            new Wanted(payer, Method.ACCOUNT, null, null, null, null),
            new Wanted(payer, null, PaymentStatus.PAID, null, null, null),
            new Wanted(payer, null, null, "970436", null, null),
            new Wanted(payer, null, null, null, day.plusDays(1), null),
            new Wanted(payer, null, null, null, null, day.minusDays(1)))) {
      assertThat(search.find(other, 0)).as(other.toString()).isEmpty();
    }
    assertThat(search.find(Wanted.with(payer), 1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void paymentsInDoubtAreCountedAndTheOldestIsKnown(Migrated database) {
    inDoubt(database);
    var watch = new WatchedPayments(database.jdbc);

    var checked = watch.beingChecked();
    assertThat(checked.count()).isPositive();
    assertThat(checked.since()).isNotNull();
    assertThat(watch.open())
        .anyMatch(
            open ->
                open.method() == Method.CARD
                    && open.status() == PaymentStatus.BEING_CHECKED
                    && open.count() == checked.count());
    database.jdbc.sql("update payment set status = 'PAID'").update();
    assertThat(watch.beingChecked()).isEqualTo(new BeingChecked(0, null));
    assertThat(watch.open()).isEmpty();
  }

  /** By which open pages learn that they are out of date. */
  @ParameterizedTest
  @EnumSource
  void whatHappensToAPaymentChangesItsMark(Migrated database) {
    var payment = inDoubt(database);
    var story = new StoredPaymentStory(database.jdbc, mock());
    var seen = new ArrayList<Mark>();
    var steps =
        List.of(
            "update bank_call set sent_at = current_timestamp where call_ref = '" + call + "'",
            "update payment set version = version + 1 where id = '" + payment + "'",
            """
            insert into collection (id, version, bank, reference, account, amount, transfer_text,
              payment, state, collected_at, received_at)
            values ('%s', 0, '970415', '%s', '1', 1000, 't', '%s', 'UNDECIDED', current_timestamp,
              current_timestamp)"""
                .formatted(UUID.randomUUID(), code, payment),
            "update collection set version = version + 1 where payment = '" + payment + "'",
            "update payment set status = 'PAID', version = version + 1 where id = '%s'"
                .formatted(payment));
    seen.add(story.marks(Set.of(payment)).get(payment));
    for (var step : steps) {
      assertThat(database.jdbc.sql(step).update()).isOne();
      seen.add(story.marks(Set.of(payment, PaymentId.fresh())).get(payment));
    }

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).extracting(Mark::isFinished).endsWith(false, true).containsOnlyOnce(true);
    assertThat(story.marks(Set.of())).isEmpty();
  }

  /** This payment and no other, whichever of these somebody types. */
  private static void finds(StoredPaymentSearch search, PaymentId payment, String... typed) {
    for (var words : typed) {
      assertThat(search.find(Wanted.with(words), 0))
          .as(words)
          .extracting(Hit::id)
          .containsExactly(payment);
    }
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase();
  }

  /** Begun at 23:30 of 28 November in Vietnam. */
  private PaymentId inDoubt(Migrated database) {
    var id = PaymentId.fresh();
    database
        .jdbc
        .sql(
            """
            insert into payment (id, version, payer_kind, payer_id, payer_name, payer_search, payment_method,
              amount, status, policy_source, created_at, window_ends_at, bank, attempt_ref,
              money_moving, card_entries_left, last4, otp_seconds, otp_tries, otp_tries_left,
              otp_resends_left, otp_resend_pause)
            values (:id, 0, 'INDIVIDUAL', :payer, :name, :search, 'CARD', 1000, 'BEING_CHECKED', 'p',
              timestamp with time zone '2026-11-28 16:30:00+00', current_timestamp, '970415',
              :attempt, true, 0, '4321', 0, 0, 0, 0, 0)""")
        .param("id", id.text())
        .param("payer", payer)
        .param("name", "Nguyễn Thị " + payer)
        .param("search", "NGUYEN THI " + payer)
        .param("attempt", attempt)
        .update();
    database
        .jdbc
        .sql(
            "insert into payment_event (payment, status, reached_at)"
                + " values (?, 'BEING_CHECKED', current_timestamp)")
        .param(id.text())
        .update();
    database
        .jdbc
        .sql(
            """
            insert into attempt (attempt_ref, subject, bank, amount, currency, state, version,
              bank_ref, opened_at)
            values (?, ?, '970415', 1000, 'VND', 'UNKNOWN', 0, ?, current_timestamp)""")
        .params(attempt, id.text(), bankRef)
        .update();
    database
        .jdbc
        .sql(
            """
            insert into bank_call (call_ref, attempt_ref, operation, seq, state, version,
              attempt_was, prepared_at, valid_until, body, executions)
            values (?, ?, 'CAPTURE', 1, 'UNKNOWN', 0, 'AUTHORISED', current_timestamp,
              current_timestamp, '{}', 1)""")
        .params(call, attempt)
        .update();
    database
        .jdbc
        .sql(
            """
            insert into instruction (code, version, payment, issue, amount, issued_at, valid_until,
              collecting_bank, collecting_account, collecting_name)
            values (?, 0, ?, 1, 1000, current_timestamp, current_timestamp, '970415', '1', 'n')""")
        .params(code, id.text())
        .update();
    return id;
  }
}
