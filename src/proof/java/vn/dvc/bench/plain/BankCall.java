package vn.dvc.bench.plain;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The usual way: calls the bank in the job's transaction and waits for its answer. */
@Component
class BankCall implements JavaDelegate {
  private final HttpClient http = HttpClient.newHttpClient();
  private final PlainSettings settings;

  BankCall(PlainSettings settings) {
    this.settings = settings;
  }

  @Override
  public void execute(DelegateExecution execution) throws Exception {
    var task = execution.getCurrentActivityId();
    var url = "%s/%s/%s".formatted(settings.bank(), execution.getVariable("bank"), task);
    var order = "{\"payment\":\"%s\"}".formatted(execution.getVariable("paymentId"));
    var request =
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(order)).build();
    var answer = http.send(request, BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException("The bank answered " + answer.statusCode());
    }
    execution.setVariable("verdict", EmptySteps.VERDICTS.get(task));
  }
}
