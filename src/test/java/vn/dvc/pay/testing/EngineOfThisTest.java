package vn.dvc.pay.testing;

import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The engine's web pages find "the" engine of the JVM by its name. Where several applications live
 * in one JVM, as in tests, this makes it the one of the test that runs. Registered for all Spring
 * tests in META-INF/spring.factories.
 */
public class EngineOfThisTest implements TestExecutionListener {

  @Override
  public void beforeTestMethod(TestContext context) {
    var mine = context.getApplicationContext().getBeanProvider(ProcessEngine.class).getIfUnique();
    if (mine == null) {
      return;
    }
    ProcessEngines.registerProcessEngine(mine); // found by name
    var platform = RuntimeContainerDelegate.INSTANCE.get(); // found as the default
    var found = platform.getProcessEngineService().getProcessEngine(mine.getName());
    if (found != mine) {
      if (found != null) {
        platform.unregisterProcessEngine(found);
      }
      platform.registerProcessEngine(mine);
    }
  }
}
