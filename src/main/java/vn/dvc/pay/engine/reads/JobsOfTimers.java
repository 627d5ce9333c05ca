package vn.dvc.pay.engine.reads;

import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * Knows that no message is ever delivered by a job: ours are given in the transaction that has
 * them. The engine would look for such a job with each event that is no longer waited for.
 */
class JobsOfTimers extends JobManager {

  @Override
  public List<JobEntity> findJobsByConfiguration(
      String handler, String configuration, String tenant) {
    return ProcessEventJobHandler.TYPE.equals(handler)
        ? List.of()
        : super.findJobsByConfiguration(handler, configuration, tenant);
  }
}
