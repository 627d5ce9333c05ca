package vn.dvc.pay.payment.collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.payment.StatedCollection;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Takes in collections of which only a bank's signed statement tells; keeps the line as evidence.
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

  /** Matches it as its notice would have been; nothing where that came meanwhile. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeIn(StatedCollection stated) {
    var told =
        new CollectionReceived(
            null,
            stated.account().bank(),
            stated.reference(),
            stated.account(),
            stated.amount(),
            stated.text(),
            stated.collectedAt(),
            time.now());
    if (matching.taken(told).isEmpty()) {
      matching.match(told);
      jdbc.sql("insert into stated_collection (collection, statement, line_no) values (?, ?, ?)")
          .params(matching.taken(told).orElseThrow().id(), stated.statement(), stated.line())
          .update();
    }
  }
}
