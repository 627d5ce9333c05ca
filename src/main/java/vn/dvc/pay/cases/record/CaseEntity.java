package vn.dvc.pay.cases.record;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseProposed;
import vn.dvc.pay.cases.Cases;

/** A stored case: what is known, what one person proposed, what the second one answered. */
@Entity
@Table(name = "case_file")
public class CaseEntity {
  @Id private String id;
  private String kind;
  private String subject;

  @Column(name = "open_key")
  private @Nullable String openKey;

  private @Nullable String payment;

  @Column(name = "money_state")
  private String moneyState;

  @Convert(converter = EvidenceConverter.class)
  private Map<String, String> evidence;

  @Column(name = "opened_at")
  private Instant opened;

  @Column(name = "closed_at")
  private Instant closed;

  private @Nullable String instance;
  private @Nullable String decision;
  private @Nullable String reason;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Version private long version;

  protected CaseEntity() {}

  public CaseEntity(
      String kind,
      String subject,
      @Nullable String payment,
      String moneyState,
      Map<String, String> evidence,
      Instant now) {
    this.id = "C" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    this.kind = kind;
    this.subject = subject;
    this.openKey = openKey(kind, subject);
    this.payment = payment;
    this.moneyState = moneyState;
    this.evidence = new LinkedHashMap<>(evidence);
    this.opened = now;
  }

  public static String openKey(String kind, String subject) {
    return kind + ":" + subject;
  }

  public void runsAs(String instance) {
    this.instance = instance;
  }

  /** Adds what became known while it was open. */
  public void add(String moneyState, Map<String, String> more) {
    this.moneyState = moneyState;
    var all = new LinkedHashMap<>(evidence);
    all.putAll(more);
    evidence = all;
  }

  public void propose(String decision, String reason, String actor) {
    this.decision = decision;
    this.reason = reason;
    this.decidedBy = actor;
  }

  public void withdrawProposal() {
    propose(null, null, null);
  }

  public void confirm(String actor, Instant now) {
    confirmedBy = actor;
    close(now);
  }

  /** Closes it without a decision. */
  public void settle(String why, Instant now) {
    propose(null, why, null);
    close(now);
  }

  private void close(Instant now) {
    openKey = null;
    closed = now;
  }

  public String id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  String subject() {
    return subject;
  }

  public @Nullable String instance() {
    return instance;
  }

  public @Nullable String decidedBy() {
    return decidedBy;
  }

  public boolean isOpen() {
    return openKey != null;
  }

  public Cases.Case toCase() {
    return new Cases.Case(
        id,
        kind,
        subject,
        payment,
        opened,
        closed,
        moneyState,
        Collections.unmodifiableMap(evidence),
        decision,
        reason,
        decidedBy,
        confirmedBy);
  }

  public CaseProposed proposed() {
    return new CaseProposed(id, kind, subject, decision, reason);
  }

  public CaseDecided decided() {
    return new CaseDecided(id, kind, subject, decision, reason);
  }
}
