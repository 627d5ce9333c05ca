package vn.dvc.pay.engine.refusals;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import vn.dvc.pay.values.Problem;

/**
 * Answers a refused task in the engine's web applications with the refusal's status and sentence,
 * which Tasklist shows as it is. Without it they would answer 500.
 */
public class ProblemMapper implements ExceptionMapper<Problem> {

  @Override
  public Response toResponse(Problem refused) {
    return Response.status(refused.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Map.of("type", refused.code(), "message", refused.getMessage()))
        .build();
  }
}
