package vn.dvc.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.SampleDocuments;
import vn.dvc.pay.documents.render.TestRenderer;

/**
 * The cost of a document: CPU and memory for instructions of two fees, one after the other. Prints;
 * asserts nothing. {@code mvn -Pbench verify}.
 */
public final class DocumentsBench {
  private static final int DOCUMENTS = Integer.getInteger("bench.papers", 1_000);
  private static final int WARM_UP = 200;

  private DocumentsBench() {}

  public static void main(String[] args) {
    var content = SampleDocuments.of(DocumentKind.PAYMENT_INSTRUCTION);
    var first = cpuNanos();
    var press = new TestRenderer();
    press.print(DocumentKind.PAYMENT_INSTRUCTION, content);
    first = cpuNanos() - first;
    for (var paper = 0; paper < WARM_UP; paper++) {
      press.print(DocumentKind.PAYMENT_INSTRUCTION, content);
    }
    var pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);

    var times = new double[DOCUMENTS];
    long bytes = 0;
    var cpu = cpuNanos();
    for (var paper = 0; paper < DOCUMENTS; paper++) {
      var start = System.nanoTime();
      bytes += press.print(DocumentKind.PAYMENT_INSTRUCTION, content).length;
      times[paper] = (System.nanoTime() - start) / 1e6;
    }
    cpu = cpuNanos() - cpu;
    Arrays.sort(times);
    var peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        "%n%d payment instructions in sequence%n"
            + "  CPU ms of the first, including compilation %8.0f%n"
            + "  CPU ms per document                        %8.1f%n"
            + "  p50 / p95 ms                               %8.1f / %.1f%n"
            + "  peak heap MB, including garbage            %8.0f%n"
            + "  KB per document                            %8.0f%n%n",
        DOCUMENTS,
        first / 1e6,
        cpu / 1e6 / DOCUMENTS,
        times[DOCUMENTS / 2],
        times[DOCUMENTS * 95 / 100],
        peak / 1048576.0,
        bytes / 1024.0 / DOCUMENTS);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
