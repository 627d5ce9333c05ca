package vn.dvc.pay.operations;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import vn.dvc.pay.values.Problem;

/** Why what staff asked for on a page was refused, told by the same page, which is shown again. */
public final class Refusal {
  private Refusal() {}

  /** Answers with the refusal's status; {@code parts.html} says its sentence. */
  public static void show(Problem refused, Model model, HttpServletResponse response) {
    response.setStatus(refused.status());
    model.addAttribute("refusal", refused.code());
  }
}
