package vn.dvc.pay.engine.tasks;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What process instances are about. */
@Component
class BusinessKeys {
  private final RuntimeService runtime;

  BusinessKeys(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * By instance; without null, which stands where none has begun, without those that have ended
   * meanwhile, and those without a business key. The map may be asked for null.
   */
  Map<String, String> of(Stream<@Nullable String> instances) {
    var ids = instances.filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, String> keys = new HashMap<>();
    if (!ids.isEmpty()) {
      for (ProcessInstance it :
          runtime.createProcessInstanceQuery().processInstanceIds(ids).list()) {
        if (it.getBusinessKey() != null) {
          keys.put(it.getId(), it.getBusinessKey());
        }
      }
    }
    return keys;
  }
}
