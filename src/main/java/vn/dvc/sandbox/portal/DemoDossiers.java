package vn.dvc.sandbox.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;

/** Registers dossiers in DVC Pay as the portal does: through its API, as the demo client. */
@Component
public class DemoDossiers {

  private static final String CLIENT =
      "Basic "
          + Base64.getEncoder().encodeToString("portal:portal".getBytes(StandardCharsets.UTF_8));
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /**
   * DVC Pay's response for one dossier: 200 or 201 if it was accepted, 409 if it is being paid or
   * already paid.
   */
  public record Put(String code, int status) {
    boolean settled() {
      return status < 300 || status == 409;
    }
  }

  private final SandboxPortalSettings portal;
  private final ObjectMapper json;
  private final String dossiers;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  DemoDossiers(SandboxPortalSettings portal, SandboxSettings settings, ObjectMapper json) {
    this.portal = portal;
    this.json = json;
    this.dossiers = settings.appUrl() + "/api/v1/dossiers/";
  }

  /** Registers the demo dossiers; existing ones stay as they are. */
  public List<Put> seed() throws IOException, InterruptedException {
    List<Put> answers = new ArrayList<>();
    for (SandboxPortalSettings.DemoDossier dossier : portal.dossiers()) {
      answers.add(put(dossier.code(), dossier));
    }
    return answers;
  }

  /** Registers a second set of demo dossiers, under new codes with today's date. */
  public List<Put> seedMore() throws IOException, InterruptedException {
    String today = LocalDate.now(VIETNAM).format(DateTimeFormatter.ofPattern("yyMMdd"));
    int serial = ThreadLocalRandom.current().nextInt(100_000, 990_000);
    List<Put> answers = new ArrayList<>();
    for (SandboxPortalSettings.DemoDossier dossier : portal.dossiers()) {
      answers.add(put("000.00.00.H47-" + today + "-" + serial++, dossier));
    }
    return answers;
  }

  private Put put(String code, SandboxPortalSettings.DemoDossier dossier)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(dossiers + code))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Authorization", CLIENT)
            .PUT(BodyPublishers.ofString(body(dossier)))
            .build();
    return new Put(code, http.send(request, BodyHandlers.discarding()).statusCode());
  }

  private String body(SandboxPortalSettings.DemoDossier dossier) throws JsonProcessingException {
    SandboxPortalSettings.Profile payer =
        portal
            .profile(dossier.payer())
            .orElseThrow(
                () -> new IllegalStateException("No profile of the payer of a demo dossier"));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("procedure", dossier.procedure());
    body.put("authority", dossier.authority());
    body.put("payer", Map.of("kind", payer.kind(), "id", payer.id(), "name", payer.name()));
    body.put("dueDate", portal.dueDate());
    body.put("fees", dossier.fees());
    return json.writeValueAsString(body);
  }
}
