package vn.dvc.pay.engine.reads;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.BitMaskUtil;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Looks for the incidents of a task or job only if its execution's row says that there are any, as
 * the engine itself does wherever it has the execution at hand.
 */
class IncidentsByFlag extends IncidentManager {

  @Override
  public List<Incident> findIncidentByConfigurationAndIncidentType(
      String taskOrJob, String incidentType) {
    return executionsOf(taskOrJob).findFirst().filter(IncidentsByFlag::hasNone).isPresent()
        ? List.of()
        : super.findIncidentByConfigurationAndIncidentType(taskOrJob, incidentType);
  }

  /** The execution, if the running command has read it. */
  private Stream<ExecutionEntity> executionsOf(String taskOrJob) {
    var known = getDbEntityManager();
    var tasks =
        known.getCachedEntitiesByType(ExternalTaskEntity.class).stream()
            .filter(task -> taskOrJob.equals(task.getId()))
            .map(ExternalTaskEntity::getExecutionId);
    var jobs =
        known.getCachedEntitiesByType(AcquirableJobEntity.class).stream() // by which jobs are kept
            .filter(JobEntity.class::isInstance)
            .map(JobEntity.class::cast)
            .filter(job -> taskOrJob.equals(job.getId()) && job.getExecutionId() != null)
            .map(JobEntity::getExecutionId);
    return Stream.concat(tasks, jobs)
        .flatMap(id -> Stream.ofNullable(known.getCachedEntity(ExecutionEntity.class, id)));
  }

  private static boolean hasNone(ExecutionEntity execution) {
    return !BitMaskUtil.isBitOn(
        execution.getCachedEntityState(), ExecutionEntity.INCIDENT_STATE_BIT);
  }
}
