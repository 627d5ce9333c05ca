package vn.dvc.pay.web.api.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.dvc.pay.engine.DatabaseFailures;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.DatabaseOutage;
import vn.dvc.pay.web.RequestIds;
import vn.dvc.pay.web.SafeStackTrace;

/** Maps whatever was thrown to the problem that the API's caller receives. */
final class ApiRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(ApiRefusals.class);

  private ApiRefusals() {}

  /** Whether errors under this path are reported as problems. */
  static boolean concern(String path) {
    return path.startsWith("/api/") || path.equals("/api") || path.startsWith("/bank/");
  }

  static Problem problem(Exception thrown) {
    if (thrown instanceof Problem problem) {
      return problem;
    }
    if (thrown instanceof HttpMessageNotReadableException) {
      return new Problem(400, "malformed-json");
    }
    if (thrown instanceof MissingServletRequestParameterException missing) {
      return new Problem(400, "parameter-invalid").with("parameter", missing.getParameterName());
    }
    if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
      return new Problem(400, "parameter-invalid").with("parameter", mismatch.getName());
    }
    if (thrown instanceof HttpMediaTypeNotSupportedException) {
      return new Problem(415, "media-type-unsupported");
    }
    if (thrown instanceof HttpMediaTypeNotAcceptableException) {
      return new Problem(406, "not-acceptable");
    }
    if (thrown instanceof HttpRequestMethodNotSupportedException) {
      return new Problem(405, "method-not-allowed");
    }
    if (thrown instanceof NoResourceFoundException || thrown instanceof NoHandlerFoundException) {
      return Problem.notFound("path-not-found");
    }
    if (thrown instanceof ErrorResponse other && other.getStatusCode().is4xxClientError()) {
      return new Problem(other.getStatusCode().value(), "bad-request");
    }
    if (DatabaseOutage.isCauseOf(thrown)) {
      LOG.error("Database unavailable: {}", SafeStackTrace.of(thrown));
      return new Problem(503, "temporarily-unavailable");
    }
    // Two requests competed for the same thing and this one lost.
    return DatabaseFailures.isConflict(thrown)
        ? Problem.conflict("already-processing")
        : internalError(thrown);
  }

  /**
   * A fault of ours. The caller gets an incident number, and the log records the same number with
   * the cause; neither gets a foreign exception's text, which may quote what a payer sent.
   */
  static Problem internalError(Throwable thrown) {
    var incident = RequestIds.currentId();
    LOG.error("Incident {}: {}", incident, SafeStackTrace.of(thrown));
    return new Problem(500, "internal-error").with("incident", incident);
  }
}
