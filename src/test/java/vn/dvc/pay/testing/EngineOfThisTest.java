package vn.dvc.pay.testing;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The engine's web pages look up "the" engine of the JVM by its name. If several applications share
 * one JVM, as in tests, this makes it the engine of the current test. Registered for all Spring
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
    if (found != mine || Cockpit.getRuntimeDelegate() == null) {
      openWebapps();
    }
  }

  /**
   * When an application ends, it closes the web pages of all others in its JVM; this opens them
   * again.
   */
  private static void openWebapps() {
    Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
    Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
    Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
    Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
  }
}
