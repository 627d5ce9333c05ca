package vn.dvc.pay.engine.cockpit;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the plugin's script and style. */
@Path("plugin/" + StuckPaymentsPlugin.ID)
public class StuckPaymentsFiles extends AbstractCockpitPluginRootResource {

  public StuckPaymentsFiles() {
    super(StuckPaymentsPlugin.ID);
  }
}
