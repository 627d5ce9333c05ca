package vn.dvc.sandbox.control;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Reports refused orders as problem+json; the framework already does so for its own refusals. */
@RestControllerAdvice
class OrderExceptionHandler {

  @ExceptionHandler
  ProblemDetail badOrder(BadOrder refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setTitle("Yêu cầu không hợp lệ / The order is not understood");
    problem.setProperty("code", refused.code());
    return problem;
  }
}
