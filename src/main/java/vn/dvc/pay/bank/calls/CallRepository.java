package vn.dvc.pay.bank.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import vn.dvc.pay.bank.Operation;

/** Stored calls. Every update names the state from which it may happen. */
interface CallRepository extends Repository<CallEntity, UUID> {

  CallEntity save(CallEntity call);

  Optional<CallView> findByCallRef(UUID call);

  /** A call that must exist, as it stands. */
  default CallView require(UUID call) {
    return findByCallRef(call).orElseThrow(() -> new IllegalStateException("No call " + call));
  }

  Optional<CallView> findFirstByAttemptRefAndOperationOrderBySeqDesc(
      UUID attempt, Operation operation);

  List<CallView> findByAttemptRefAndOperation(UUID attempt, Operation operation);

  /** Calls whose effect is unknown. Inquiries are excluded: they change nothing. */
  @Query(
      """
      select new vn.dvc.pay.bank.calls.CallView(c.callRef, c.attemptRef, c.operation, c.seq, c.state,
        c.attemptWas, c.validUntil, c.body, c.answer)
      from CallEntity c
      where c.attemptRef = :attempt and c.state in (SENDING, UNKNOWN)
        and c.operation not in (INQUIRY, ENQUIRY, TOMBSTONE)
      order by c.preparedAt""")
  List<CallView> unknown(UUID attempt);

  /** The attempt's sent calls that could have had an effect, last one first. */
  @Query(
      """
      select new vn.dvc.pay.bank.calls.CallView(c.callRef, c.attemptRef, c.operation, c.seq, c.state,
        c.attemptWas, c.validUntil, c.body, c.answer)
      from CallEntity c
      where c.attemptRef = :attempt and c.sentAt is not null
        and c.operation not in (INQUIRY, ENQUIRY, TOMBSTONE)
      order by c.preparedAt desc, c.seq desc""")
  List<CallView> lastEffective(UUID attempt);

  /** Makes a certain outcome unknown again. */
  @Modifying(flushAutomatically = true)
  @Query(
      """
      update CallEntity c set c.state = UNKNOWN, c.version = c.version + 1
      where c.callRef = :call and c.state in (APPROVED, DECLINED, NOT_SENT)""")
  int takeBack(UUID call);

  @Query("select c.sealed from CallEntity c where c.callRef = :call")
  Optional<String> sealed(UUID call);

  /** The claim: only the caller whose update changes one row may send. */
  @Modifying(flushAutomatically = true)
  @Query(
      """
      update CallEntity c set c.state = SENDING, c.version = c.version + 1, c.sentAt = :now,
        c.sealed = null, c.executions = c.executions + 1
      where c.callRef = :call and c.state = CREATED""")
  int claim(UUID call, Instant now);

  @Modifying(flushAutomatically = true)
  @Query("update CallEntity c set c.executions = c.executions + 1 where c.callRef = :call")
  void countExecution(UUID call);

  /** An answer fills an empty place; a certain answer also replaces an unknown one. */
  @Modifying(flushAutomatically = true)
  @Query(
      """
      update CallEntity c set c.state = :next, c.version = c.version + 1, c.sealed = null,
        c.answeredAt = :now, c.answer = :answer, c.evidence = :evidence
      where c.callRef = :call and c.state = :state""")
  int answer(
      UUID call,
      CallState state,
      CallState next,
      String answer,
      @Nullable String evidence,
      Instant now);

  @Modifying(flushAutomatically = true)
  @Query(
      """
      update CallEntity c set c.sealed = null, c.version = c.version + 1
      where c.attemptRef = :attempt and c.state = CREATED and c.sealed is not null""")
  int forgetSealed(UUID attempt);

  @Modifying(flushAutomatically = true)
  @Query(
      """
      update CallEntity c set c.sealed = null, c.version = c.version + 1
      where c.state = CREATED and c.sealed is not null and c.preparedAt < :before""")
  int forgetSealedBefore(Instant before);

  @Query("select c.sentAt from CallEntity c where c.callRef = :call")
  Optional<Instant> sentAt(UUID call);

  @Query(
      """
      select new vn.dvc.pay.bank.calls.CallTrace(c.operation, c.state, c.sentAt, c.answeredAt, c.answer)
      from CallEntity c where c.attemptRef = :attempt order by c.preparedAt, c.seq""")
  List<CallTrace> traces(UUID attempt);
}
