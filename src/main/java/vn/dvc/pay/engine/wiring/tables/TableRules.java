package vn.dvc.pay.engine.wiring.tables;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.ReadsTable;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Rules;

/** Each decision table gives its reader one row, whatever it is asked. */
@Component
public class TableRules implements Rules {
  private final ListableBeanFactory beans;
  private final StepBeans steps;

  TableRules(ListableBeanFactory beans, StepBeans steps) {
    this.beans = beans;
    this.steps = steps;
  }

  @Override
  public void check(Models all, ModelFaults faults) {
    var readers = readers();
    var askedByModels =
        all.processes().stream()
            .flatMap(model -> model.root().all("businessRuleTask").stream())
            .map(task -> task.camunda("decisionRef"))
            .collect(Collectors.toSet());
    Set<String> present = new HashSet<>();
    for (var file : all.tables()) {
      for (var decision : file.root().all("decision")) {
        present.add(decision.id());
        var reader = Optional.ofNullable(readers.get(decision.id())).map(Reader::table);
        if (reader.isEmpty() && !askedByModels.contains(decision.id())) {
          faults.add(file.file(), decision.id(), "table-unread", decision.id(), readers.keySet());
        }
        new Table(file.file(), decision, reader, faults).check();
      }
      if (file.root().all("decision").size() != 1) {
        faults.add(file.file(), "", "one-table", file.root().all("decision").size());
      }
    }
    var rooms = rooms(all);
    readers.forEach(
        (id, reader) -> {
          if (!present.contains(id) && reader.rooms().stream().anyMatch(rooms::contains)) {
            faults.add(id + ".dmn", "", "table-missing", id);
          }
        });
  }

  /** The rooms whose processes are here; the tables of others may be in another folder. */
  private Set<String> rooms(Models all) {
    return all.processes().stream()
        .flatMap(model -> model.root().children("process").stream())
        .flatMap(process -> steps.type(StepBeans.beanOf(process.id())).stream())
        .map(TableRules::roomOf)
        .collect(Collectors.toSet());
  }

  private static Set<String> roomsOf(ReadsTable table, Class<?> reader) {
    return table.rooms().length == 0 ? Set.of(roomOf(reader)) : Set.of(table.rooms());
  }

  private static String roomOf(Class<?> type) {
    return type.getPackageName().split("\\.")[3];
  }

  private record Reader(ReadsTable table, Set<String> rooms) {}

  /** Asks no bean to be created, since this runs before most of them can be. */
  private Map<String, Reader> readers() {
    Map<String, Reader> readers = new TreeMap<>();
    for (var name : beans.getBeanDefinitionNames()) {
      Optional.ofNullable(beans.findAnnotationOnBean(name, ReadsTable.class, false))
          .ifPresent(r -> readers.put(r.value(), new Reader(r, roomsOf(r, beans.getType(name)))));
    }
    return readers;
  }
}
