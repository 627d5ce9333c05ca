package vn.dvc.scenario;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Payments by card, told from the payer's point of view. The parts are interfaces, so that one
 * application plays them all.
 */
@ScenarioTest
abstract class OnePaymentScenario implements PaidByCard, RefusedCards, EndedWaits, LostAnswers {
  @Autowired Scenario scenario;
  @Autowired Portal portal;
  @Autowired DatabaseTime time;
  @Autowired StuckSteps stuckSteps;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;

  @Override
  public Scenario scenario() {
    return scenario;
  }

  @Override
  public Portal portal() {
    return portal;
  }

  @Override
  public DatabaseTime time() {
    return time;
  }

  @Override
  public StuckSteps stuckSteps() {
    return stuckSteps;
  }

  @Override
  public JdbcClient jdbc() {
    return jdbc;
  }

  @Override
  public DataSource database() {
    return database;
  }
}
