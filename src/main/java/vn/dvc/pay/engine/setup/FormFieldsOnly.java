package vn.dvc.pay.engine.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import vn.dvc.pay.values.Problem;

/**
 * Refuses what a task's form does not ask for. Whoever may complete a task could otherwise set any
 * variable of its process, and with it the way that the process takes.
 */
record FormFieldsOnly(String task, Set<String> names) implements Command<Void> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Void execute(CommandContext engine) {
    var found = engine.getTaskManager().findTaskById(task);
    if (found != null) {
      var unknown = new TreeSet<>(names);
      unknown.removeAll(fields(found, engine));
      if (!unknown.isEmpty()) {
        throw new Problem(422, "field-unknown").with("fields", String.join(", ", unknown));
      }
    }
    return null;
  }

  private static Set<String> fields(TaskEntity task, CommandContext engine) {
    return hasForm(task)
        ? engine.runWithoutAuthorization(
            () ->
                keys(
                    engine
                        .getProcessEngineConfiguration()
                        .getFormService()
                        .getDeployedTaskForm(task.getId())))
        : Set.of();
  }

  private static boolean hasForm(TaskEntity task) {
    var definition = task.getTaskDefinition();
    return definition != null
        && definition.getFormDefinition().getCamundaFormDefinitionKey() != null;
  }

  private static Set<String> keys(InputStream file) {
    try (file) {
      return JSON.readTree(file).path("components").findValues("key").stream()
          .map(JsonNode::asText)
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
