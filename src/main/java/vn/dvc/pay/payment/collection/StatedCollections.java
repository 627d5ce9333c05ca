package vn.dvc.pay.payment.collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.payment.StatedCollection;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Accepts collections that appear only in a bank's signed statement, and keeps the line as
 * evidence.
 */
@Component
public class StatedCollections {
  private final CollectionMatcher matching;
  private final JdbcClient jdbc;
  private final DatabaseTime time;

  StatedCollections(CollectionMatcher matching, JdbcClient jdbc, DatabaseTime time) {
    this.matching = matching;
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Matches it exactly as its notice would have been; a no-op if that notice has arrived meanwhile.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeIn(StatedCollection stated) {
    var received =
        new CollectionReceived(
            null,
            stated.account().bank(),
            stated.reference(),
            stated.account(),
            stated.amount(),
            stated.text(),
            stated.collectedAt(),
            time.now());
    if (matching.taken(received).isEmpty()) {
      matching.match(received);
      var collection =
          matching
              .taken(received)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "No collection of statement " + stated.statement()));
      jdbc.sql("insert into stated_collection (collection, statement, line_no) values (?, ?, ?)")
          .params(collection.id(), stated.statement(), stated.line())
          .update();
    }
  }
}
