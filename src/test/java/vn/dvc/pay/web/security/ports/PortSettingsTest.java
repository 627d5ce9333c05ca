package vn.dvc.pay.web.security.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every door of the table of doors is at the port of those whom it lets through. */
@Tag("fast")
class PortSettingsTest {
  private static final PortSettings APART = new PortSettings(8081, 8082);
  private static final Set<String> STAFF =
      Set.of("teller", "officer", "supervisor", "operator", "analyst", "admin");
  private static final Set<String> PAYERS = Set.of("payer", "portal");

  @Test
  void whatOnlyStaffMayIsNotAtThePayersPort() throws Exception {
    assertThat(doors().filter(it -> STAFF.containsAll(it.names()) && !it.names().isEmpty()))
        .isNotEmpty()
        .allMatch(it -> APART.serve(Side.STAFF, it.path()), "is at the staff's port")
        .noneMatch(it -> APART.serve(Side.PAYERS, it.path()), "is at the payers' port");
  }

  @Test
  void whatOnlyPayersAndPortalMayIsAtTheirPortAlone() throws Exception {
    assertThat(doors().filter(it -> PAYERS.containsAll(it.names()) && !it.names().isEmpty()))
        .isNotEmpty()
        .allMatch(it -> APART.serve(Side.PAYERS, it.path()), "is at the payers' port")
        .noneMatch(it -> APART.serve(Side.STAFF, it.path()), "is at the staff's port");
  }

  @Test
  void banksReachTheirDoorsOnlyAndNobodyElseDoes() throws Exception {
    assertThat(doors().filter(it -> APART.serve(Side.BANKS, it.path())))
        .extracting(Door::path)
        .containsExactlyInAnyOrder("/bank/v1/collections", "/bank/v1/notices");
    assertThat(doors().filter(it -> it.path().startsWith("/bank")))
        .noneMatch(it -> APART.serve(Side.PAYERS, it.path()) || APART.serve(Side.STAFF, it.path()));
  }

  @Test
  void oneSidesPathsAreNotThoseThatOnlyBeginAlike() {
    assertThat(APART.serve(Side.STAFF, "/operationsx")).isFalse();
    assertThat(APART.serve(Side.PAYERS, "/operations")).isFalse();
    assertThat(APART.serve(Side.PAYERS, "/banks")).isTrue();
  }

  @Test
  void withoutSeparatePortsTheMainOneServesAll() throws Exception {
    var together = new PortSettings(0, 0);
    assertThat(doors()).allMatch(it -> together.serve(together.at(8080), it.path()));
  }

  private static Stream<Door> doors() throws Exception {
    return Files.readAllLines(Path.of("src/test/resources/doors/doors.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Door::of);
  }

  private record Door(String path, Set<String> names) {
    static Door of(String line) {
      var parts = line.replaceFirst("^\\S+ ", "").split(": ?", 2);
      var names = parts[1].isBlank() ? List.<String>of() : Arrays.asList(parts[1].split(" "));
      return new Door(parts[0], Collections.unmodifiableSet(new TreeSet<>(names)));
    }
  }
}
