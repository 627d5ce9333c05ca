package vn.dvc.sandbox.bank;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.signing.Digest;

/** Takes believed requests, checks that they can be understood, and has them decided. */
@Component
class Counter {

  private final CardDesk cards;
  private final Books books;

  Counter(CardDesk cards, Books books) {
    this.cards = cards;
    this.books = books;
  }

  Reply reply(Request request) {
    if (request.operation() == Operation.INQUIRY) {
      Instant now = Instant.now();
      return new Reply(
          200,
          books
              .transaction(request.bank().bin(), request.attemptInPath())
              .map(known -> Transaction.of(known, now))
              .orElse(Transaction.unknown(request.attemptInPath())));
    }
    try {
      Call call = Call.read(request.operation(), request.attemptInPath(), request.json());
      if (!call.callRef().toString().equalsIgnoreCase(request.envelope().call())) {
        throw new Call.BadRequest("Dvc-Call differs from callRef");
      }
      return cards
          .answer(request.bank(), call, digest(request))
          .map(result -> new Reply(200, result))
          .orElse(Reply.problem(422, "call-ref-reused", "This callRef came with another request"));
    } catch (Call.BadRequest e) {
      return Reply.problem(400, "request-invalid", e.getMessage());
    }
  }

  /** Tells two requests apart by everything but their signatures. */
  private static String digest(Request request) {
    return Digest.of(request.operation() + " " + Digest.of(request.envelope().body()));
  }
}
