package vn.dvc.pay.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts processes and sends them messages. Joins the caller's transaction. */
public interface Processes {

  /** Starts the process and returns the instance's id. */
  String start(String process, String businessKey, Map<String, Object> variables);

  /**
   * Sends a message to the instance, which must be waiting for it.
   *
   * @throws NotWaiting if the instance does not wait for this message (any more)
   */
  void sendMessage(String instance, String message, Map<String, Object> variables);

  /**
   * Sends a message to the one instance of a process that has this business key and waits for it.
   *
   * @throws NotWaiting if none waits for this message (any more)
   */
  void sendMessageByKey(String process, String businessKey, String message);

  /** Whether the instance exists and has not ended. */
  boolean isRunning(String instance);

  /** The instance does not wait for this message, which came early, late or twice. */
  class NotWaiting extends RuntimeException {
    public NotWaiting(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
