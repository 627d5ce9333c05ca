package vn.dvc.pay.engine.reads;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;

/**
 * Knows that rights are granted to models, never to a single process instance. The engine would
 * delete such rights with each instance; one that an administrator granted all the same stays, and
 * means nothing, because no other instance gets that id.
 */
class ExecutionsOfAll extends ExecutionManager {

  @Override
  protected void deleteAuthorizations(Resource resource, String id) {
    if (resource != Resources.PROCESS_INSTANCE) {
      super.deleteAuthorizations(resource, id);
    }
  }
}
