package vn.dvc.pay.documents.render;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;

/**
 * Rendering as a party, topic {@code documents}: two documents at a time per node, so that many
 * documents do not take processor time from payments.
 */
@Component
class DocumentParty implements Parties {
  private static final Party DOCUMENTS = new Party("documents", 2, Duration.ofSeconds(60));

  @Override
  public List<Party> parties() {
    return List.of(DOCUMENTS);
  }
}
