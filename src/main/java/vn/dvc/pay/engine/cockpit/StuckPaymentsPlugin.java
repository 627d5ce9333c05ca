package vn.dvc.pay.engine.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * A section of Cockpit's start page: the payments that wait for somebody, with links to our pages.
 * It is a script of the browser ({@code plugin-webapp/stuck-payments}); found by the name of this
 * class in {@code META-INF/services}.
 */
public class StuckPaymentsPlugin extends AbstractCockpitPlugin {
  static final String ID = "stuck-payments";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(StuckPaymentsFiles.class);
  }
}
