package vn.dvc.pay.web.pages.payment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.dvc.pay.engine.watch.ProcessStory;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStory;
import vn.dvc.pay.values.PaymentId;

/** A process of three steps in a row, in which the test says where it is; no bank is asked. */
class FakeProcesses implements ProcessStory, PaymentStory {
  private static final Map<String, String> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("paymentRequested", "Yêu cầu thanh toán bằng thẻ");
    STEPS.put("awaitCard", "Chờ nhập thẻ");
    STEPS.put("paid", "Đã thanh toán");
  }

  private final FakePayments payments;
  List<String> here = List.of();

  FakeProcesses(FakePayments payments) {
    this.payments = payments;
  }

  @Override
  public Story of(String businessKey) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Drawing> drawing(
      String process, String businessKey, String language, UnaryOperator<String> wording) {
    var shapes = new LinkedHashMap<String, Shape>();
    STEPS.forEach(
        (step, name) ->
            shapes.put(step, new Shape("e" + (shapes.size() + 1), wording.apply(name))));
    return Optional.of(new Drawing(xml(shapes), shapes, here));
  }

  @Override
  public List<AttemptMade> attempts(PaymentId payment) {
    return List.of();
  }

  @Override
  public Map<PaymentId, Mark> marks(Set<PaymentId> wanted) {
    return wanted.stream()
        .flatMap(id -> payments.find(id).stream())
        .collect(
            Collectors.toMap(
                Payment::id,
                it ->
                    new Mark(
                        it.history().size() + "-" + it.received().size(),
                        it.status().isFinished())));
  }

  private static String xml(Map<String, Shape> shapes) {
    var nodes = new StringBuilder();
    var pictures = new StringBuilder();
    for (var shape : shapes.values()) {
      nodes.append("<b:serviceTask id=\"%s\" name=\"%s\"/>".formatted(shape.id(), shape.name()));
      pictures.append(
          """
          <i:BPMNShape id="%1$s-s" bpmnElement="%1$s"><c:Bounds x="%2$d" y="100" width="100" height="80"/>
          </i:BPMNShape>"""
              .formatted(shape.id(), 100 + 600 * Integer.parseInt(shape.id().substring(1))));
    }
    return """
        <b:definitions id="d" xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:i="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC">
        <b:process id="p">%s</b:process>
        <i:BPMNDiagram id="g"><i:BPMNPlane id="l" bpmnElement="p">%s</i:BPMNPlane></i:BPMNDiagram></b:definitions>
        """
        .formatted(nodes, pictures);
  }
}
