package vn.dvc.proof.failpoint;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankCommand;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.channel.MortalBankGateway;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.worker.MortalWorkers;
import vn.dvc.pay.values.CallRef;

/** Puts the points around the application's beans; the application has no switch for them. */
@TestConfiguration(proxyBeanMethods = false)
@Import(MortalWorkers.class)
class Wrapping {

  @Bean
  static Failpoints failpoints() {
    return new Failpoints();
  }

  @Bean
  static BeanPostProcessor mortality(Failpoints failpoints) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof ThreadPoolTaskExecutor jobs) {
          jobs.setTaskDecorator(job -> () -> failpoints.alive(job));
        }
        return bean;
      }

      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource database && !(bean instanceof MortalDataSource)) {
          return new MortalDataSource(database, failpoints);
        }
        if (bean instanceof BankCalls calls) {
          return around(BankCalls.class, calls, new CallPoints(failpoints));
        }
        if (bean instanceof BankMessages messages) {
          return around(BankMessages.class, messages, new MessagePoints(failpoints));
        }
        if (bean instanceof Clock clock) {
          return new NodeClock(clock);
        }
        if (bean instanceof Dossiers dossiers) {
          return around(Dossiers.class, dossiers, new SettlingPoints(failpoints));
        }
        return MortalBankGateway.around(bean, failpoints);
      }
    };
  }

  /** A request's thread is alive when it begins; one that dies on the way sends no response. */
  @Bean
  static FilterRegistrationBean<Filter> mortalRequests(Failpoints failpoints) {
    var filter =
        new FilterRegistrationBean<Filter>(
            (request, response, chain) -> {
              failpoints.begins();
              try {
                chain.doFilter(request, response);
              } finally {
                var died = failpoints.isDead();
                failpoints.begins();
                if (died && !response.isCommitted()) {
                  response.reset();
                  throw new IOException("killed while it answered");
                }
              }
            });
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** What happens around one call of a wrapped bean. */
  interface Around {
    default void before(Method method, Object[] arguments) {}

    default void after(Method method, Object[] arguments, Object result) {}
  }

  private static <T> T around(Class<T> type, T real, Around points) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.isDefault()) {
                // What it calls in turn has to come past the points, too.
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              points.before(method, arguments);
              try {
                var result = method.invoke(real, arguments);
                points.after(method, arguments, result);
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** Marks the transactions that record a call, claim it, or record its answer. */
  private static final class CallPoints implements Around {
    private final Failpoints failpoints;
    private final Map<CallRef, String> sent = new ConcurrentHashMap<>();

    CallPoints(Failpoints failpoints) {
      this.failpoints = failpoints;
    }

    @Override
    public void before(Method method, Object[] arguments) {
      if (method.getName().equals("send")) {
        failpoints.connections().mark(Point.CLAIMING, Point.CLAIM_KEPT, what(arguments));
      }
    }

    @Override
    public void after(Method method, Object[] arguments, Object result) {
      switch (method.getName()) {
        case "prepare" ->
            failpoints
                .connections()
                .mark(
                    Point.PREPARED, Point.WRITTEN, ((BankCommand) arguments[1]).operation().name());
        case "send" -> sent.put(((Answered) result).call(), what(arguments));
        case "record" -> {
          var what = sent.get(((Answered) arguments[0]).call());
          failpoints.connections().mark(Point.RECORDED, Point.KEPT, what);
        }
        default -> {}
      }
    }

    private static String what(Object[] arguments) {
      return ((Operation) arguments[1]).name();
    }
  }

  /** Points on the way of a bank's own message; its effect is recorded like an answer's. */
  private record MessagePoints(Failpoints failpoints) implements Around {
    @Override
    public void before(Method method, Object[] arguments) {
      if (method.getName().equals("receive")) {
        failpoints.at(Point.TOLD, arguments[0].toString());
      }
    }

    @Override
    public void after(Method method, Object[] arguments, Object result) {
      if (method.getName().equals("receive")) {
        failpoints.at(Point.STORED, arguments[0].toString());
      } else if (Boolean.TRUE.equals(result)) {
        failpoints.connections().mark(Point.RECORDED, Point.KEPT, "MESSAGE");
      }
    }
  }

  /** Settling may fail, like any step of ours. */
  private record SettlingPoints(Failpoints failpoints) implements Around {
    @Override
    public void after(Method method, Object[] arguments, Object result) {
      if (method.getName().equals("markPaid")) {
        failpoints.at(Point.SETTLING, "DOSSIERS");
      }
    }
  }
}
