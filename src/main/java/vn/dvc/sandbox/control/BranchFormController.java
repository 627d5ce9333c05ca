package vn.dvc.sandbox.control;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The front page's forms for what testers do as a bank's staff. */
@Controller
class BranchFormController {

  private final BranchOrders orders;

  BranchFormController(BranchOrders orders) {
    this.orders = orders;
  }

  @PostMapping(path = "/collections", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String collect(@RequestParam Map<String, String> order, RedirectAttributes told) {
    return carriedOut(
        () ->
            "Đã thu. Số tham chiếu của ngân hàng: " + orders.collect(order).collected().reference(),
        told,
        "cashier");
  }

  @PostMapping("/collections/deliver")
  String deliver(@RequestParam String reference, RedirectAttributes told) {
    return carriedOut(
        () -> "Đang gửi thông báo thu " + orders.deliver(reference).collected().reference(),
        told,
        "cashier");
  }

  @PostMapping("/mandates/end")
  String endMandate(
      @RequestParam String bank, @RequestParam String mandate, RedirectAttributes told) {
    return carriedOut(
        () -> {
          orders.endMandate(bank, mandate);
          return "Đã chấm dứt ủy quyền " + mandate;
        },
        told,
        "accounts");
  }

  private static String carriedOut(Order order, RedirectAttributes told, String section) {
    try {
      told.addFlashAttribute("told", order.carryOut());
    } catch (BadOrder e) {
      told.addFlashAttribute("told", "Không thực hiện được: " + e.getMessage());
    }
    return "redirect:/#" + section;
  }

  /** An action, and what to tell the tester once it is done. */
  @FunctionalInterface
  private interface Order {
    String carryOut();
  }
}
