package vn.dvc.pay.operations.steps;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.engine.watch.StuckSteps.StuckStep;
import vn.dvc.pay.operations.OperationsPageAdvice.Times;
import vn.dvc.pay.operations.SubjectLinks;
import vn.dvc.pay.payment.PaymentSearch;
import vn.dvc.pay.payment.PaymentSearch.Hit;
import vn.dvc.pay.payment.PaymentSearch.Wanted;
import vn.dvc.pay.payment.PaymentStatus;

/** What Cockpit's section "stuck payments" shows, in the reader's language. */
@RestController
class CockpitController {
  private static final Wanted IN_DOUBT =
      new Wanted("", null, PaymentStatus.BEING_CHECKED, "", null, null);

  private final StuckSteps steps;
  private final PaymentSearch payments;
  private final MessageSource texts;
  private final SubjectLinks links = new SubjectLinks();
  private final Times times = new Times();

  CockpitController(StuckSteps steps, PaymentSearch payments, MessageSource texts) {
    this.steps = steps;
    this.payments = payments;
    this.texts = texts;
  }

  @GetMapping("/operations/cockpit")
  Shown stuck(Locale language) {
    return new Shown(
        text("operations.cockpit", language),
        Stream.of("operations.cockpit-what", "case.subject", "operations.since", "operations.cause")
            .map(key -> text(key, language))
            .toList(),
        Stream.concat(
                steps.all().stream().map(step -> row(step, language)),
                payments.find(IN_DOUBT, 0).stream().map(payment -> row(payment, language)))
            .toList(),
        text("operations.no-stuck", language),
        List.of(
            new Link(text("operations.overview", language), "/operations"),
            new Link(text("operations.stuck", language), "/operations/stuck"),
            new Link(
                text("operations.being-checked", language),
                "/operations/payments?status=BEING_CHECKED")));
  }

  private Row row(StuckStep step, Locale language) {
    var subject = step.businessKey() == null ? step.process() : step.businessKey();
    return new Row(
        step.name(),
        subject,
        links.of(step.businessKey()),
        times.of(step.since()),
        text("operations.remedy." + Remedy.of(step.cause()), language));
  }

  private Row row(Hit payment, Locale language) {
    return new Row(
        text("status.payment." + payment.status().word(), language),
        payment.id().reference().toString(),
        links.of(payment.id().text()),
        times.of(payment.begun()),
        text("operations.cockpit-in-doubt", language));
  }

  private String text(String key, Locale language) {
    return texts.getMessage(key, null, language);
  }

  /**
   * @param nothing what is said if there are no rows
   */
  record Shown(
      String title, List<String> columns, List<Row> rows, String nothing, List<Link> links) {}

  /**
   * @param page where the subject is shown, null if nowhere
   */
  record Row(String what, String subject, @Nullable String page, String since, String why) {}

  record Link(String text, String page) {}
}
