package vn.dvc.bench.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.bench.client.ClientProcess;
import vn.dvc.bench.measure.JvmProbe;
import vn.dvc.bench.measure.Meter;
import vn.dvc.bench.plain.PlainApplication;
import vn.dvc.scenario.FreePort;

/** The floor or the usual way, with banks that approve everything. */
final class PlainWorld implements World {
  private final Database database;
  private final PlainBank bank = new PlainBank();
  private final Program application;
  private final ClientProcess client;
  private final JvmProbe jvm;
  private final Meter meter;
  private final int port = FreePort.next();

  PlainWorld(Way way, Path folder, Database database, String java, List<String> options) {
    this.database = database;
    var portalPort = FreePort.next();
    var url = address();
    client =
        new ClientProcess(
            folder.resolve("client.log"), List.of(url, url, Integer.toString(portalPort)));
    var program = new ArrayList<>(options);
    program.add("@" + Path.of("production", "java.options").toAbsolutePath());
    program.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            PlainApplication.class.getName(),
            "--plain.way=" + way.word(),
            "--plain.models=" + Path.of("processes").toAbsolutePath(),
            "--plain.bank=" + bank.url(),
            "--plain.portal=http://localhost:" + portalPort + "/portal/webhooks",
            "--spring.datasource.hikari.register-mbeans=true"));
    program.addAll(database.settings());
    application = new Program(java, folder.resolve("application"), program, port, "/api/v1/banks");
    jvm = new JvmProbe(application.pid());
    meter = new Meter(database.counting(), jvm, List.of(application.pid()), client.pid(), 0);
  }

  @Override
  public String address() {
    return "http://localhost:" + port;
  }

  @Override
  public ClientProcess client() {
    return client;
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public List<JvmProbe> jvms() {
    return List.of(jvm);
  }

  @Override
  public JdbcClient jdbc() {
    return database.jdbc();
  }

  @Override
  public void banksAre(BankMood mood) {
    bank.set(mood);
  }

  @Override
  public void registerAccount() {
    // Nobody asks for one here.
  }

  @Override
  public double readyAfter() {
    return application.readyAfter();
  }

  @Override
  public void close() {
    jvm.close();
    client.close();
    application.close();
    bank.close();
    database.close();
  }
}
