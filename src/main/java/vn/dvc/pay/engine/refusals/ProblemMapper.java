package vn.dvc.pay.engine.refusals;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dvc.pay.values.Problem;

/**
 * Answers a refused task in the engine's web applications with the refusal's status and sentence,
 * which Tasklist shows as it is, and the form's field that it is about, at which our script in
 * Tasklist shows it. Without it they would answer 500.
 */
public class ProblemMapper implements ExceptionMapper<Problem> {

  @Override
  public Response toResponse(Problem refused) {
    return Response.status(refused.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(told(refused))
        .build();
  }

  private static Map<String, Object> told(Problem refused) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("type", refused.code());
    told.put("message", refused.getMessage());
    told.put("field", refused.facts().get("field"));
    return told;
  }
}
