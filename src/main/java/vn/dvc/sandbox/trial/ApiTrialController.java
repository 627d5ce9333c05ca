package vn.dvc.sandbox.trial;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passes the calls of the page on to DVC Pay, and its answers back as they are. */
@RestController
class ApiTrialController {
  static final String PATH = "/api-trial/v1";
  private static final List<String> ASKED =
      List.of("Accept", "Accept-Language", "Content-Type", "Idempotency-Key", "If-None-Match");
  private static final List<String> ANSWERED =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.ETAG,
          HttpHeaders.LOCATION,
          HttpHeaders.RETRY_AFTER);

  private final TriedApi api;

  ApiTrialController(TriedApi api) {
    this.api = api;
  }

  @RequestMapping(PATH + "/**")
  ResponseEntity<byte[]> call(HttpServletRequest request) throws InterruptedException {
    var path = request.getRequestURI().substring(PATH.length());
    var query = request.getQueryString();
    var headers = new TreeMap<String, String>();
    for (var name : ASKED) {
      var value = request.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    try {
      var answer =
          api.call(
              request.getMethod(),
              query == null ? path : path + "?" + query,
              headers,
              request.getInputStream().readAllBytes());
      var response = ResponseEntity.status(answer.statusCode());
      for (var name : ANSWERED) {
        answer.headers().firstValue(name).ifPresent(value -> response.header(name, value));
      }
      return response.body(answer.body());
    } catch (IOException e) {
      return ResponseEntity.status(502).build();
    }
  }
}
