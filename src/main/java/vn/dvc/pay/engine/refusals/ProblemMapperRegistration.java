package vn.dvc.pay.engine.refusals;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Adds our mapper to the engine's web applications, which fix the list of their classes themselves
 * (registered in META-INF/services).
 */
@ConstrainedTo(RuntimeType.SERVER)
public class ProblemMapperRegistration implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext context) {
    if (!context.getConfiguration().isRegistered(ProblemMapper.class)) {
      context.register(ProblemMapper.class);
    }
  }
}
