package vn.dvc.pay.engine.worker;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;

/** All parties with slots on this node, as contributed by modules. */
@Component
public class ServedParties {
  private final ObjectProvider<Parties> sources;

  ServedParties(ObjectProvider<Parties> sources) {
    this.sources = sources;
  }

  public List<Party> all() {
    return sources.orderedStream().flatMap(source -> source.parties().stream()).toList();
  }
}
