package vn.dvc.bench.world;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.bench.client.ClientProcess;
import vn.dvc.bench.measure.JvmProbe;
import vn.dvc.bench.measure.Meter;

/** An application under load, and everything around it. */
public interface World extends AutoCloseable {

  /** Of the application, such as {@code http://localhost:1234}. */
  String address();

  ClientProcess client();

  Meter meter();

  /** Of each node. */
  List<JvmProbe> jvms();

  /** The application's database, from outside. */
  JdbcClient jdbc();

  /** From now on the banks are like this. */
  void banksAre(BankMood mood);

  /** Makes it possible to pay from an account. */
  void registerAccount() throws Exception;

  /**
   * Seconds from the application's start until it was ready, the other programs running already.
   */
  double readyAfter();

  @Override
  void close();
}
