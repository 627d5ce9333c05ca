package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import vn.dvc.pay.engine.WebappUser;
import vn.dvc.scenario.Portal;

/** Registers An Phát's account as people do, through the API and Tasklist, before load begins. */
public final class AccountRegistration {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final int port;
  private final LoadCaller api;

  /**
   * @param port of an application on this machine
   */
  public AccountRegistration(int port) {
    this.port = port;
    this.api = LoadCaller.as("portal", "http://localhost:" + port + "/api/v1");
  }

  public void register() throws Exception {
    var key = UUID.randomUUID().toString();
    // A node that has only just started may be slow; the key makes repeating the request harmless.
    var id =
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> ask(key).body().path("id").asText(), it -> it.startsWith("R"));
    decide(id, "receiveForm", "teller-1", "RECEIVED");
    decide(id, "approve", "officer-1", "APPROVED");
    decide(id, "approveSecond", "officer-2", "APPROVED");
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                api.get("/registrations/" + id)
                    .body()
                    .path("status")
                    .asText()
                    .equals("registered"));
  }

  private LoadCaller.Heard ask(String key) {
    return api.send(
        "POST",
        "/registrations",
        Map.of(
            "payer",
            Portal.AN_PHAT,
            "account",
            Map.of(
                "bank", "970415",
                "number", "113366668888",
                "holder", "Công ty TNHH An Phát"),
            "branch",
            "VietinBank Đà Nẵng"),
        Map.of("Idempotency-Key", key));
  }

  private void decide(String registration, String task, String person, String decision)
      throws Exception {
    // The first person to sign in may find the application too busy with its start.
    var user =
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofSeconds(1))
            .ignoreExceptions()
            .until(() -> WebappUser.signedIn(port, person, "tasklist"), Objects::nonNull);
    var query =
        WebappUser.ENGINE
            + "/task?taskDefinitionKey="
            + task
            + "&processInstanceBusinessKey="
            + registration;
    var found = new String[1];
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              var tasks = MAPPER.readTree(user.get(query).body());
              found[0] = tasks.path(0).path("id").asText(null);
              return found[0] != null;
            });
    user.post(
        WebappUser.ENGINE + "/task/" + found[0] + "/claim",
        MAPPER.writeValueAsString(Map.of("userId", person)));
    var done =
        user.post(
            WebappUser.ENGINE + "/task/" + found[0] + "/complete",
            MAPPER.writeValueAsString(
                Map.of("variables", Map.of("decision", Map.of("value", decision)))));
    if (done.statusCode() >= 300) {
      throw new IllegalStateException(task + " is refused: " + done.body());
    }
  }
}
