package vn.dvc.bench.client;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.dvc.scenario.JsonClient;

/**
 * Payers, portal and phone in a process of their own: reads jobs and writes what became of them, a
 * line of JSON each.
 */
public final class LoadClient {
  static final String ANSWER = "OUTCOME ";

  private LoadClient() {}

  /**
   * @param arguments the nodes' addresses by commas, the cashier's, our portal's port, the banks'
   *     journal if there is one
   */
  public static void main(String[] arguments) throws Exception {
    var portal = new PortalInbox(Integer.parseInt(arguments[2]));
    var phone = new Phone(arguments.length > 3 ? Path.of(arguments[3]) : null);
    var jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Payer payer = null;
    for (String line; (line = jobs.readLine()) != null; ) {
      if (payer == null) {
        payer = new Payer(new PortalApi(arguments[0]), phone, JsonClient.at(arguments[1]), portal);
      }
      var outcome = new Arrivals(payer, JsonClient.MAPPER.readValue(line, Job.class)).come();
      System.out.println(ANSWER + JsonClient.MAPPER.writeValueAsString(outcome));
    }
    System.exit(0);
  }
}
