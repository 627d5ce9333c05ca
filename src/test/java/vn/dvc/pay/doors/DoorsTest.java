package vn.dvc.pay.doors;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.OperatorsTest;

/**
 * Walks through every door of the running application as everybody, and compares who got past it
 * with the table of doors. Whoever adds an endpoint must say there for whom it is. After a change
 * that is wanted, {@code -Dgolden.write=true} writes the table anew: read the difference.
 */
@OperatorsTest
class DoorsTest {
  private static final Path TABLE = Path.of("src/test/resources/doors/doors.txt");

  @LocalServerPort int port;
  @Autowired ListableBeanFactory beans;
  @Autowired ServletContext servlets;

  @Test
  void everyDoorLetsThroughWhomTheTableNames() throws Exception {
    var walked = walked();
    if (Boolean.getBoolean("golden.write")) {
      Files.write(TABLE, Stream.concat(heading(), walked.stream()).toList());
    }
    assertThat(walked).isEqualTo(table());
  }

  private List<String> walked() throws Exception {
    var visitors = new EnumMap<Role, Visitor>(Role.class);
    for (var role : Role.values()) {
      visitors.put(role, new Visitor(port, role));
    }
    Map<Door, String> passed = new TreeMap<>();
    for (var door : RunningDoors.of(beans, servlets)) {
      passed.put(door, whoPasses(door, visitors));
    }
    return passed.entrySet().stream().map(seen -> seen.getKey() + ": " + seen.getValue()).toList();
  }

  private static String whoPasses(Door door, Map<Role, Visitor> visitors) throws Exception {
    var names = Stream.<String>builder();
    var all = true;
    for (var role : Role.values()) {
      if (visitors.get(role).passes(door)) {
        names.add(role.word());
      } else {
        all = false;
      }
    }
    return all ? "everybody" : names.build().collect(joining(" "));
  }

  private static List<String> table() throws Exception {
    return Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static Stream<String> heading() {
    var roles = Arrays.stream(Role.values()).map(Role::word).collect(joining(", "));
    return Stream.of(
        "# Who gets past which door: " + roles + ".",
        "# A door without names is closed; a bank's message opens its own by its signature. Behind the",
        "# engine's doors its authorisations say what of it somebody sees. Written and compared by",
        "# DoorsTest.");
  }
}
