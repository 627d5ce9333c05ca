package vn.dvc.pay.engine.worker;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;

/** Everybody who has slots on this node, collected from the rooms that serve them. */
@Component
public class ServedParties {
  private final ObjectProvider<Parties> rooms;

  ServedParties(ObjectProvider<Parties> rooms) {
    this.rooms = rooms;
  }

  public List<Party> all() {
    return rooms.orderedStream().flatMap(room -> room.parties().stream()).toList();
  }
}
