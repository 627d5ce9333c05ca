package vn.dvc.pay.engine.reads;

import java.util.List;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads the variables of a process instance from their own table. The engine would join executions
 * to it twice, for an activity's id that only its queries show, and PostgreSQL plans that anew each
 * time.
 */
class VariablesByInstance extends VariableInstanceManager {
  private static final String OF_INSTANCE = VariablesByInstance.class.getName();

  /** Adds the statement to the engine's, with the columns as the engine reads them. */
  static void addTo(ProcessEngineConfigurationImpl engine) {
    var statements = engine.getSqlSessionFactory().getConfiguration();
    var sql =
        new XMLLanguageDriver()
            .createSqlSource(
                statements,
                "select * from "
                    + engine.getDatabaseTablePrefix()
                    + "ACT_RU_VARIABLE where PROC_INST_ID_ = #{parameter, jdbcType=VARCHAR}",
                ListQueryParameterObject.class);
    var engines = statements.getMappedStatement("selectVariablesByProcessInstanceId");
    statements.addMappedStatement(
        new MappedStatement.Builder(statements, OF_INSTANCE, sql, SqlCommandType.SELECT)
            .resultMaps(engines.getResultMaps())
            .build());
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<VariableInstanceEntity> findVariableInstancesByProcessInstanceId(String instance) {
    return getDbEntityManager().selectList(OF_INSTANCE, instance);
  }
}
