package vn.dvc.pay.bank.watch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.BankWatch.Traffic;

/** Counts stored calls by bank; each query follows an index, however many calls there are. */
@Component
class TrafficRepository {
  private final JdbcClient jdbc;

  TrafficRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What became of the calls that were sent since. */
  Map<String, Traffic> since(Instant since) {
    var found = new HashMap<String, Traffic>();
    jdbc.sql(
            """
            select a.bank,
              sum(case when c.state in ('APPROVED', 'DECLINED') then 1 else 0 end) as answered,
              sum(case when c.state = 'NOT_SENT' then 1 else 0 end) as not_sent,
              sum(case when c.state = 'UNKNOWN' then 1 else 0 end) as unclear
            from bank_call c join attempt a on a.attempt_ref = c.attempt_ref
            where c.sent_at >= :since group by a.bank""")
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                found.put(
                    row.getString("bank"),
                    new Traffic(
                        row.getLong("answered"), row.getLong("not_sent"), row.getLong("unclear"))))
        .list();
    return found;
  }

  /** When the bank last answered with certainty, if it did since then. */
  Optional<Instant> lastAnswer(String bank, Instant since) {
    return jdbc.sql(
            """
            select c.answered_at from bank_call c join attempt a on a.attempt_ref = c.attempt_ref
            where a.bank = :bank and c.state in ('APPROVED', 'DECLINED') and c.sent_at >= :since
              and c.answered_at is not null
            order by c.sent_at desc fetch first 1 rows only""")
        .param("bank", bank)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Calls on their way, by bank. */
  Map<String, Waiting> unanswered() {
    return waiting(
        """
        select a.bank, count(*) as waiting, min(c.sent_at) as since
        from bank_call c join attempt a on a.attempt_ref = c.attempt_ref
        where c.state = 'SENDING' group by a.bank""");
  }

  /** Attempts with an outcome that is not known, by bank. */
  Map<String, Waiting> unclear() {
    return waiting(
        """
        select a.bank, count(distinct a.attempt_ref) as waiting, min(c.sent_at) as since
        from attempt a join bank_call c on c.attempt_ref = a.attempt_ref
        where a.state = 'UNKNOWN' and c.state in ('SENDING', 'UNKNOWN')
          and c.operation not in ('INQUIRY', 'ENQUIRY', 'TOMBSTONE')
        group by a.bank""");
  }

  private Map<String, Waiting> waiting(String question) {
    var found = new HashMap<String, Waiting>();
    jdbc.sql(question)
        .query(
            (row, number) -> {
              var since = row.getObject("since", OffsetDateTime.class);
              return found.put(
                  row.getString("bank"),
                  new Waiting(row.getLong("waiting"), since == null ? null : since.toInstant()));
            })
        .list();
    return found;
  }
}
