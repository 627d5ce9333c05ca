package vn.dvc.pay.web.pages.payment.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.BankCalls.CallMade;
import vn.dvc.pay.engine.watch.ProcessStory.Drawing;
import vn.dvc.pay.engine.watch.ProcessStory.Shape;
import vn.dvc.pay.payment.Payment;

/**
 * The way of one payment through its process.
 *
 * @param steps where it has been, oldest first
 * @param here where it is now; empty when its process has ended
 */
record Progress(List<Step> steps, List<Shape> here) {

  /**
   * @param calls to banks that took, or tried to take, its money
   */
  static Progress of(Payment payment, List<CallMade> calls, Drawing drawing) {
    var visits = new ArrayList<Visit>();
    for (var change : payment.history()) {
      visits.add(new Visit(Places.reached(payment.method(), change.status()), change.at()));
    }
    for (var call : calls) {
      visits.add(new Visit(Places.asking(call.operation()), call.sentAt()));
    }
    for (var money : payment.received()) {
      visits.add(new Visit(Places.collected(), money.receivedAt()));
    }
    var steps = new ArrayList<Step>();
    visits.stream()
        .filter(visit -> visit.at() != null)
        .sorted(Comparator.comparing(visit -> Objects.requireNonNull(visit.at())))
        .forEach(visit -> visit.addTo(steps, drawing));
    // A step of an older or newer version that the drawing does not know is not told.
    var here = drawing.here().stream().map(drawing.shapes()::get).filter(Objects::nonNull).toList();
    return new Progress(steps, here);
  }

  /** The drawing's ids of where it has been, for the script. */
  public String been() {
    return steps.stream()
        .map(step -> step.shape().id())
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .stream()
        .collect(Collectors.joining(" "));
  }

  public String now() {
    return here.stream().map(Shape::id).collect(Collectors.joining(" "));
  }

  /** Changes whenever the page would; the page's script compares it. */
  String mark(Payment payment) {
    return payment.status().word() + "-" + steps.size() + "-" + now().replace(' ', '-');
  }

  /** One step, told once where it was repeated without another in between. */
  record Step(Shape shape, Instant at) {}

  private record Visit(List<String> places, @Nullable Instant at) {
    void addTo(List<Step> steps, Drawing drawing) {
      places.stream()
          .map(drawing.shapes()::get)
          .filter(Objects::nonNull)
          .filter(shape -> steps.isEmpty() || !steps.get(steps.size() - 1).shape().equals(shape))
          .forEach(shape -> steps.add(new Step(shape, Objects.requireNonNull(at))));
    }
  }
}
