package vn.dvc.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.scenario.BenchWorld;

/**
 * The cost of one payment by card: statements, commits, CPU, and the time from the OTP to "paid",
 * with a bank that answers immediately. Prints; asserts nothing. {@code mvn -Pbench verify}, or
 * {@code -Dbench.payments=200 -Dbench.parallel=4 -Dbench.postgres=true}.
 */
public final class CardPaymentBench {
  private static final int PAYMENTS = Integer.getInteger("bench.payments", 200);
  private static final int PARALLEL = Integer.getInteger("bench.parallel", 4);
  private static final boolean POSTGRES = Boolean.getBoolean("bench.postgres");

  private CardPaymentBench() {}

  public static void main(String[] args) throws Exception {
    try (var world = BenchWorld.start();
        var app =
            new SpringApplicationBuilder(PayApplication.class, Counted.class)
                .profiles("test")
                .run(
                    "--server.port=" + world.appPort(),
                    "--dvc.sandbox-url=" + world.sandboxUrl(),
                    "--spring.datasource.url="
                        + (POSTGRES ? Postgres.freshUrl() : "jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1"),
                    "--spring.datasource.username=" + (POSTGRES ? "postgres" : "sa"),
                    "--spring.datasource.password=" + (POSTGRES ? "postgres" : ""))) {
      var counting = (CountingDataSource) app.getBean(DataSource.class);
      var uncounted = JdbcClient.create(counting.getTargetDataSource());
      pay(world, uncounted, PAYMENTS / 2, PARALLEL); // warm-up

      long executes = counting.executes.get();
      long commits = counting.commits.get();
      long cpu = cpuNanos();
      long start = System.nanoTime();
      var latencies = pay(world, uncounted, PAYMENTS, PARALLEL);
      double seconds = (System.nanoTime() - start) / 1e9;
      executes = counting.executes.get() - executes;
      commits = counting.commits.get() - commits;
      cpu = cpuNanos() - cpu;

      System.out.printf(
          "%n%d payments by card, %d at a time, on %s%n  JDBC executes per payment %8.1f%n  commits"
              + " a payment         %8.1f%n  CPU ms per payment        %8.1f  (application and"
              + " client; the sandbox is separate)%n  OTP to paid, p50 / p95 ms %8.0f / %.0f%n "
              + " payments a second         %8.1f%n%n",
          PAYMENTS,
          PARALLEL,
          POSTGRES ? "PostgreSQL" : "H2 in memory",
          (double) executes / PAYMENTS,
          (double) commits / PAYMENTS,
          cpu / 1e6 / PAYMENTS,
          latencies.get(latencies.size() / 2),
          latencies.get(latencies.size() * 95 / 100),
          PAYMENTS / seconds);
    }
    System.exit(0);
  }

  /** Makes the payments and returns, sorted, the milliseconds from each OTP to "paid". */
  private static List<Double> pay(BenchWorld world, JdbcClient database, int payments, int parallel)
      throws Exception {
    var threads = Executors.newFixedThreadPool(parallel);
    try {
      Callable<Double> one = () -> world.payOne(database);
      var latencies = new ArrayList<Double>();
      for (var done : threads.invokeAll(Collections.nCopies(payments, one))) {
        latencies.add(done.get());
      }
      Collections.sort(latencies);
      return latencies;
    } finally {
      threads.shutdown();
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @Configuration(proxyBeanMethods = false)
  static class Counted {
    @Bean
    static BeanPostProcessor countingDataSource() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? new CountingDataSource(source) : bean;
        }
      };
    }
  }
}
