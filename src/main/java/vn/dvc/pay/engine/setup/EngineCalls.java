package vn.dvc.pay.engine.setup;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The calls of the engine's REST interface that may change something, or are sent as if they did:
 * what Tasklist and Cockpit ask, how staff work on their tasks, and how administrators keep
 * accounts. Everything else is closed, whoever calls it: nobody moves tokens, deletes instances,
 * deploys models, sends messages or sets variables past our own code. Who may make the open calls
 * is decided by the engine's authorisations.
 */
final class EngineCalls {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Questions that are too long for an address. */
  private static final List<String> QUESTIONS =
      List.of(
          "POST (task|process-instance|execution|job|job-definition|external-task)(/count)?",
          "POST (variable-instance|user|group)(/count)?",
          "POST history/(process-instance|activity-instance|task|variable-instance)(/count)?",
          "POST history/(detail|decision-instance|job-log|external-task-log)(/count)?",
          "POST filter/ID/(list|count|singleResult)");

  /** A task is assigned to another person by supervisors only. */
  private static final List<String> TASKS =
      List.of("POST task/ID/(claim|unclaim|assignee|complete|submit-form)");

  /** Groups and their rights are ours; who belongs to a group is for administrators to say. */
  private static final List<String> ACCOUNTS =
      List.of(
          "POST user/create",
          "PUT user/ID/(profile|credentials)",
          "POST user/ID/unlock",
          "DELETE user/ID",
          "(PUT|DELETE) group/ID/members/ID",
          "POST identity/password-policy");

  private static final List<Pattern> OPEN =
      Stream.of(QUESTIONS, TASKS, ACCOUNTS)
          .flatMap(List::stream)
          .map(call -> Pattern.compile(call.replace("ID", "[^/]+")))
          .toList();

  private EngineCalls() {}

  /**
   * @param path below the engine's own address, without a slash at its ends
   */
  static boolean isOpen(String method, String path) {
    return READING.contains(method)
        || OPEN.stream().anyMatch(call -> call.matcher(method + " " + path).matches());
  }
}
