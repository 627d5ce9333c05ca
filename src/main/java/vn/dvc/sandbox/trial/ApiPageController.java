package vn.dvc.sandbox.trial;

import com.nimbusds.jose.JOSEException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.dvc.sandbox.SandboxSettings;

/** The portal API, as its contract describes it, with each call to be tried out. */
@Controller
class ApiPageController {
  private static final String LIBRARY = "classpath:/META-INF/resources/webjars/swagger-ui/*/";
  // The library sets styles of single elements; scripts come from here alone.
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";

  private final SandboxSettings settings;
  private final TestSeal seal;

  ApiPageController(SandboxSettings settings, TestSeal seal) {
    this.settings = settings;
    this.seal = seal;
  }

  /** Together with what a payment's call with sealed fields needs, if asked for. */
  @GetMapping("/api")
  String show(
      @RequestParam(defaultValue = "") String payment,
      @RequestParam(defaultValue = "") String typed,
      Model model,
      HttpServletResponse response)
      throws InterruptedException, ParseException, JOSEException, IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    model.addAttribute("appUrl", settings.appUrl());
    model.addAttribute("library", library());
    model.addAttribute("payment", payment);
    if (!payment.isBlank()) {
      model.addAttribute("sealed", sealed(payment, typed));
    }
    return "sandbox/api";
  }

  /** The contract, but for the address, and without the client's password: the sandbox adds it. */
  @GetMapping(path = "/api/portal-v1.yaml", produces = "application/yaml;charset=UTF-8")
  @ResponseBody
  String contract() throws IOException {
    return new ClassPathResource("contracts/portal-v1.yaml")
        .getContentAsString(StandardCharsets.UTF_8)
        .replace("- url: /api/v1", "- url: " + ApiTrialController.PATH)
        .replaceFirst("(?m)^security:\n(  - .*\n)+", "");
  }

  private String sealed(String payment, String typed)
      throws InterruptedException, ParseException, JOSEException {
    try {
      return seal.seal(payment, typed).orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static String library() throws IOException {
    var style =
        new PathMatchingResourcePatternResolver().getResources(LIBRARY + "swagger-ui.css")[0];
    return style.getURL().getPath().replaceFirst(".*(/webjars/.*)/swagger-ui.css", "$1");
  }
}
