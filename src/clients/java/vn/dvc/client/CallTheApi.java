package vn.dvc.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import vn.dvc.client.api.DossiersApi;
import vn.dvc.client.api.EventsApi;
import vn.dvc.client.api.PaymentsApi;
import vn.dvc.client.model.DossierStatus;
import vn.dvc.client.model.Method;
import vn.dvc.client.model.PaymentStart;

/** Calls a running demonstration by the generated client, as its portal; docs/api-clients.md. */
public final class CallTheApi {
  public static void main(String[] arguments) throws Exception {
    var portal = "portal:portal".getBytes(StandardCharsets.UTF_8);
    var password = "Basic " + Base64.getEncoder().encodeToString(portal);
    var client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    client.setRequestInterceptor(request -> request.header("Authorization", password));

    var dossiers = new DossiersApi(client).listDossiers(null, DossierStatus.UNPAID, 0, "en");
    var dossier = dossiers.getDossiers().get(0);
    var payments = new PaymentsApi(client);
    var start =
        new PaymentStart()
            .payer(dossier.getPayer())
            .addDossiersItem(dossier.getCode())
            .method(Method.COUNTER);
    var started = payments.startPayment(UUID.randomUUID().toString(), start, "en");
    var read = payments.getPayment(started.getId(), "en");
    var events = new EventsApi(client).listEvents(null, 5);
    System.out.printf(
        "Java: %d unpaid dossiers; %s of %d dong is %s, pay by %s; %d events, on from %s%n",
        dossiers.getDossiers().size(),
        read.getShortReference(),
        read.getAmount(),
        read.getStatus(),
        read.getInstruction().getCode(),
        events.getEvents().size(),
        events.getNext());
    payments.cancelPayment(read.getId(), "en"); // for the next caller
  }
}
