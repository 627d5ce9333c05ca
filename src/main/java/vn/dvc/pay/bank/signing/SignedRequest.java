package vn.dvc.pay.bank.signing;

import java.time.Instant;
import vn.dvc.pay.bank.contract.BankMapper;
import vn.dvc.pay.values.CallRef;

/** A request as sent, with the values that its answer must repeat. */
public record SignedRequest(
    BankMapper.Message message, CallRef call, Instant time, String nonce, String signature) {}
