package vn.dvc.pay.engine.reads;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Takes a model's name and version from the cache of models instead of its row. */
class HistoryOfKnownModels extends CacheAwareHistoryEventProducer {

  @Override
  protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
    var known =
        id == null
            ? null
            : Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findProcessDefinitionFromCache(id);
    return known == null ? super.getProcessDefinitionEntity(id) : known;
  }
}
