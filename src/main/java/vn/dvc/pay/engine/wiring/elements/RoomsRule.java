package vn.dvc.pay.engine.wiring.elements;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;
import org.springframework.util.ClassUtils;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/**
 * A model calls only processes and step beans of its own room, or of a room that its own may use. A
 * call by name is an arrow like any import, but no compiler and no check of Java code sees it.
 */
class RoomsRule implements Rule {
  private final StepBeans steps;

  RoomsRule(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (Node process : model.root().children("process")) {
      var room = roomOf(StepBeans.beanOf(process.id()));
      if (room.isEmpty()) {
        continue; // without steps of its own, or in no room at all: other rules tell
      }
      for (Node call : process.all("callActivity")) {
        var called = call.get("calledElement");
        arrow(model, call.id(), room.get(), StepBeans.beanOf(called), called, faults);
      }
      ExpressionsRule.beans(process)
          .forEach((bean, place) -> arrow(model, place, room.get(), bean, bean, faults));
    }
  }

  private void arrow(
      Model model, String place, Room from, String bean, String name, ModelFaults faults) {
    roomOf(bean)
        .filter(to -> !from.mayUse(to))
        .ifPresent(
            to -> faults.add(model.file(), place, "wrong-room", name, to.name(), from.name()));
  }

  private Optional<Room> roomOf(String bean) {
    return steps.type(bean).flatMap(Room::of);
  }

  /** A package that is a module of the application, and the modules that it declares to use. */
  private record Room(String name, String[] uses) {

    static Optional<Room> of(Class<?> type) {
      return Stream.iterate(
              type.getPackageName(), p -> p.contains("."), p -> p.substring(0, p.lastIndexOf('.')))
          .flatMap(p -> module(p, type.getClassLoader()).stream())
          .findFirst();
    }

    private static Optional<Room> module(String name, ClassLoader loader) {
      var info = name + ".package-info";
      if (!ClassUtils.isPresent(info, loader)) {
        return Optional.empty();
      }
      var module = ClassUtils.resolveClassName(info, loader).getAnnotation(ApplicationModule.class);
      return Optional.ofNullable(module)
          .map(m -> new Room(name.substring(name.lastIndexOf('.') + 1), m.allowedDependencies()));
    }

    boolean mayUse(Room other) {
      return name.equals(other.name) || Arrays.asList(uses).contains(other.name);
    }
  }
}
