package vn.dvc.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the threads that answer requests have done so far. Other programs on the machine make a
 * request late, but hardly change this.
 */
record ServerWork(long cpuNanos, long allocatedBytes) {
  private static final String SERVER_THREADS = "http-nio-";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static ServerWork now() {
    var cpu = 0L;
    var allocated = 0L;
    for (var thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(SERVER_THREADS)) {
        cpu += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
        allocated += Math.max(0, THREADS.getThreadAllocatedBytes(thread.getThreadId()));
      }
    }
    return new ServerWork(cpu, allocated);
  }

  ServerWork since(ServerWork before) {
    return new ServerWork(cpuNanos - before.cpuNanos, allocatedBytes - before.allocatedBytes);
  }
}
