package vn.dvc.pay.documents.render;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;

/**
 * Rendering as a party of the models, topic {@code documents}: two papers at a time on a node, so
 * that many papers do not take the processors from payments.
 */
@Component
class DocumentParty implements Parties {
  private static final Party DOCUMENTS = new Party("documents", 2, Duration.ofSeconds(60));

  @Override
  public List<Party> parties() {
    return List.of(DOCUMENTS);
  }
}
