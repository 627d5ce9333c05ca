package vn.dvc.pay.bank.contract;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.values.Json;

/** Implements contract bank-v1. */
@Component
public class ContractMapper implements BankMapper {
  @Override
  public Message write(BankRequest request) {
    var attempt = request.attempt();
    return switch (request.operation()) {
      case AUTHORISE -> post("/cards/authorisations", request, "sealedCard");
      case OTP -> post("/cards/authorisations/" + attempt + "/otp", request, "sealedOtp");
      case RESEND -> post("/cards/authorisations/" + attempt + "/otp-resend", request, null);
      case CAPTURE -> post("/cards/authorisations/" + attempt + "/capture", request, null);
      case VOID -> post("/cards/authorisations/" + attempt + "/void", request, null);
      case ENQUIRY -> post("/accounts/enquiry", request, null);
      case MANDATE -> post("/mandates", request, null);
      case END_MANDATE ->
          message("DELETE", "/mandates/" + request.body().get("mandate"), request, null);
      case DEBIT -> post("/debits", request, null);
      case REVERSAL -> post("/reversals", request, null);
      case TOMBSTONE -> post("/transactions/" + attempt + "/tombstone", request, null);
      case INQUIRY -> new Message("GET", "/transactions/" + attempt, new byte[0]);
    };
  }

  @Override
  public BankAnswer read(BankRequest request, byte[] body) throws BankFailure {
    var reader = ContractReader.of(body);
    return request.operation() == Operation.INQUIRY
        ? reader.transaction(request)
        : reader.result(request);
  }

  private Message post(String path, BankRequest request, @Nullable String sealedName) {
    return message("POST", path, request, sealedName);
  }

  private Message message(
      String method, String path, BankRequest request, @Nullable String sealedName) {
    var body = new LinkedHashMap<String, Object>(request.body());
    body.put("attemptRef", request.attempt().toString());
    body.put("callRef", request.call().toString());
    body.put("validUntil", request.validUntil().toString());
    if (request.amount() != null) {
      body.put("amount", request.amount().dong());
      body.put("currency", "VND");
    }
    if (sealedName != null) {
      body.put(sealedName, request.sealed());
    }
    return new Message(method, path, Json.bytes(body));
  }
}
