package vn.dvc.bench.measure;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a program's JVM tells of itself: what it allocates, and how many connections it holds. */
public final class JvmProbe implements AutoCloseable {
  private static final String REQUESTS = "http-nio-";

  /**
   * The serial collector leaves up to a twentieth of the heap as dead objects where they lie,
   * except every fourth time ({@code MarkSweepAlwaysCompactCount}).
   */
  private static final int UNTIL_COMPACT = 4;

  private final JMXConnector connector;
  private final MBeanServerConnection beans;
  private final ThreadMXBean threads;

  public JvmProbe(long pid) {
    try {
      var machine = VirtualMachine.attach(Long.toString(pid));
      try {
        connector =
            JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
      beans = connector.getMBeanServerConnection();
      threads =
          ManagementFactory.newPlatformMXBeanProxy(
              beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    } catch (AttachNotSupportedException | IOException e) {
      throw new IllegalStateException("Cannot look into process " + pid, e);
    }
  }

  /** Bytes by thread. A thread that ends takes its share with it, which only Java 21 remembers. */
  Map<Long, Long> allocated() {
    var ids = threads.getAllThreadIds();
    var bytes = threads.getThreadAllocatedBytes(ids);
    var byThread = new HashMap<Long, Long>();
    for (int i = 0; i < ids.length; i++) {
      byThread.put(ids[i], Math.max(0, bytes[i]));
    }
    return byThread;
  }

  static long allocatedBetween(Map<Long, Long> before, Map<Long, Long> after) {
    return after.entrySet().stream()
        .mapToLong(each -> each.getValue() - before.getOrDefault(each.getKey(), 0L))
        .sum();
  }

  /** Processor time so far of the threads that answer requests, in nanoseconds. */
  long requestNanos() {
    var nanos = 0L;
    for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(REQUESTS)) {
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos;
  }

  int busyConnections() {
    try {
      var busy = 0;
      for (var pool : beans.queryNames(new ObjectName("com.zaxxer.hikari:type=Pool (*)"), null)) {
        busy += (Integer) beans.getAttribute(pool, "ActiveConnections");
      }
      return busy;
    } catch (JMException e) {
      throw new IllegalStateException("Cannot read the pool", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes in use right after everything that nobody uses was collected. */
  public long heapAfterCollection() {
    try {
      var memory =
          ManagementFactory.newPlatformMXBeanProxy(
              beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
      for (var collection = 0; collection < UNTIL_COMPACT; collection++) {
        memory.gc();
      }
      return memory.getHeapMemoryUsage().getUsed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
