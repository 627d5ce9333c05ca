package vn.dvc.pay.web.callbacks;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.bank.notices.BankMessages.Kind;
import vn.dvc.pay.bank.notices.BankMessages.Signed;
import vn.dvc.pay.keys.SignatureHeaders;

/**
 * Receives the messages that banks send on their own initiative, and responds as soon as a message
 * is stored. Its signature alone, over exactly the bytes received, decides whether it is trusted.
 */
@RestController
class BankMessageController {
  private static final String COLLECTIONS = "/bank/v1/collections";
  private static final String NOTICES = "/bank/v1/notices";

  private final BankMessages messages;

  BankMessageController(BankMessages messages) {
    this.messages = messages;
  }

  @PostMapping(path = COLLECTIONS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void collection(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
    messages.receive(Kind.COLLECTION, signed(COLLECTIONS, headers, body));
  }

  @PostMapping(path = NOTICES, consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void notice(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
    messages.receive(Kind.NOTICE, signed(NOTICES, headers, body));
  }

  private static Signed signed(String path, HttpHeaders headers, byte[] body) {
    return new Signed(
        headers.getFirst(SignatureHeaders.BANK),
        path,
        body == null ? new byte[0] : body,
        headers.getFirst(SignatureHeaders.CALL),
        headers.getFirst(SignatureHeaders.TIME),
        headers.getFirst(SignatureHeaders.NONCE),
        headers.getFirst(SignatureHeaders.SIGNATURE));
  }
}
