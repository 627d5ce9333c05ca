package vn.dvc.pay.operations;

import org.camunda.bpm.engine.ProcessEngine;

/**
 * A process whose only step calls somebody whom no worker serves, so that tests can make it fail.
 */
final class FailingCall {
  private FailingCall() {}

  static void deploy(ProcessEngine engine) {
    engine
        .getRepositoryService()
        .createDeployment()
        .name("failing-call")
        .enableDuplicateFiltering(true)
        .addClasspathResource("operations/failing-call.bpmn")
        .deploy();
  }
}
