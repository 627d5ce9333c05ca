package vn.dvc.pay;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@Tag("fast")
class RoomsTest {
  private final ApplicationModules rooms = ApplicationModules.of(PayApplication.class);

  @Test
  void roomsUseOnlyTheRoomsThatTheyName() {
    rooms.verify();
  }

  @Test
  void theRoomsAreDrawn() {
    new Documenter(rooms).writeDocumentation();
  }
}
