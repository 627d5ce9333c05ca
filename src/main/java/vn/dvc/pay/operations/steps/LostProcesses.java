package vn.dvc.pay.operations.steps;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Payments, cases and whatever else is under way by our tables while the engine knows its process
 * no more: somebody deleted the instance in the database, or restored an older one. Nothing goes on
 * with these by itself.
 */
@Repository
class LostProcesses {
  private static final String GONE =
      "not exists (select 1 from act_ru_execution where id_ = %s) order by id";
  private static final List<String> UNDER_WAY =
      List.of(
          "select id from payment where status in ('CREATED',"
              + " 'WAITING_FOR_APPROVAL', 'WAITING_FOR_CARD', 'WAITING_FOR_OTP', 'PROCESSING', 'BEING_CHECKED', 'WAITING_FOR_COLLECTION')"
              + " and process_instance is not null and "
              + GONE.formatted("process_instance"),
          "select id from case_file where closed_at is null and instance is not null and "
              + GONE.formatted("instance"),
          "select id from registration where open_key is not null"
              + " and process_instance is not null and "
              + GONE.formatted("process_instance"),
          "select payment from reversal where finished_at is null and process_instance is not null"
              + " and "
              + GONE.formatted("process_instance"),
          "select id from reconciliation where state = 'RUNNING' and process_instance is not null"
              + " and "
              + GONE.formatted("process_instance"));

  private final JdbcClient jdbc;

  LostProcesses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What each is found by. */
  List<String> subjects() {
    return UNDER_WAY.stream()
        .flatMap(query -> jdbc.sql(query).query(String.class).list().stream())
        .distinct()
        .toList();
  }
}
