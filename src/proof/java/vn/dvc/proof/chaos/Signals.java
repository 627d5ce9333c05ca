package vn.dvc.proof.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends a signal to one process that this run has started. */
final class Signals {
  private Signals() {}

  static void send(String signal, long pid) {
    try {
      var sent = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
      sent.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
