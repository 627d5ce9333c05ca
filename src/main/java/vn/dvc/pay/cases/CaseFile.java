package vn.dvc.pay.cases;

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

/** A case's row: what is known, what one person proposed, what the second one said. */
@Entity
@Table(name = "case_file")
class CaseFile {
  @Id private String id;
  private String kind;
  private String subject;

  @Column(name = "open_key")
  private String openKey;

  private String payment;

  @Column(name = "money_state")
  private String moneyState;

  @Convert(converter = EvidenceAsText.class)
  private Map<String, String> evidence;

  @Column(name = "opened_at")
  private Instant opened;

  @Column(name = "closed_at")
  private Instant closed;

  private String instance;
  private String decision;
  private String reason;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Version private long version;

  protected CaseFile() {}

  CaseFile(
      String kind,
      String subject,
      String payment,
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

  static String openKey(String kind, String subject) {
    return kind + ":" + subject;
  }

  void runsAs(String instance) {
    this.instance = instance;
  }

  /** More came to light while it was open. */
  void add(String moneyState, Map<String, String> more) {
    this.moneyState = moneyState;
    var all = new LinkedHashMap<>(evidence);
    all.putAll(more);
    evidence = all;
  }

  void propose(String decision, String reason, String actor) {
    this.decision = decision;
    this.reason = reason;
    this.decidedBy = actor;
  }

  void takeBack() {
    propose(null, null, null);
  }

  void confirm(String actor, Instant now) {
    confirmedBy = actor;
    close(now);
  }

  /** No person needs to decide it any more. */
  void settle(String why, Instant now) {
    propose(null, why, null);
    close(now);
  }

  private void close(Instant now) {
    openKey = null;
    closed = now;
  }

  String id() {
    return id;
  }

  String kind() {
    return kind;
  }

  String subject() {
    return subject;
  }

  String instance() {
    return instance;
  }

  String decidedBy() {
    return decidedBy;
  }

  boolean isOpen() {
    return openKey != null;
  }

  Cases.Case shown() {
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

  CaseProposed proposed() {
    return new CaseProposed(id, kind, subject, decision, reason);
  }

  CaseDecided decided() {
    return new CaseDecided(id, kind, subject, decision, reason);
  }
}
