package vn.dvc.pay.engine.jobs;

import java.util.HashMap;
import java.util.function.UnaryOperator;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.stereotype.Component;

/**
 * On PostgreSQL, makes fetching tasks and acquiring jobs skip rows that another transaction has
 * locked. The engine selects first and updates afterwards, so a single update that waits for a row,
 * locked by a frozen node or by somebody at a console, would keep every node from fetching
 * anything. Locking in the select keeps the update from ever waiting.
 */
@Component
class HeldRowsSkipped extends AbstractProcessEnginePlugin {
  private static final String FETCH = "selectExternalTasksForTopics";
  private static final String ACQUIRE = "selectNextJobsToExecute";

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    if (!DbSqlSessionFactory.POSTGRES.equals(engine.getDatabaseType())) {
      return;
    }
    var ibatis = engine.getSqlSessionFactory().getConfiguration();
    var sessions = engine.getDbSqlSessionFactory();
    var statements = new HashMap<>(sessions.getStatementMappings());
    statements.put(FETCH, changed(ibatis, FETCH, HeldRowsSkipped::fetch));
    statements.put(ACQUIRE, changed(ibatis, ACQUIRE, sql -> sql + " for update skip locked"));
    sessions.setStatementMappings(statements);
  }

  /** The engine's query without its enclosing query, within which rows cannot be locked. */
  private static String fetch(String sql) {
    var bare =
        sql.replaceFirst("select\\s+RES\\.\\*\\s+from \\(\\s*select", "select")
            .replaceFirst("\\)\\s*RES\\s+order by", " order by");
    return bare + " for update of RES skip locked";
  }

  private static String changed(Configuration ibatis, String name, UnaryOperator<String> change) {
    var own = ibatis.getMappedStatement(name);
    SqlSource source =
        parameter -> {
          var sql = own.getSqlSource().getBoundSql(parameter);
          var changed =
              new BoundSql(
                  ibatis, change.apply(sql.getSql()), sql.getParameterMappings(), parameter);
          sql.getAdditionalParameters().forEach(changed::setAdditionalParameter);
          return changed;
        };
    var id = own.getId() + "-skipping-held-rows";
    ibatis.addMappedStatement(
        new MappedStatement.Builder(ibatis, id, source, own.getSqlCommandType())
            .resource(own.getResource())
            .parameterMap(own.getParameterMap())
            .resultMaps(own.getResultMaps())
            .build());
    return id;
  }
}
