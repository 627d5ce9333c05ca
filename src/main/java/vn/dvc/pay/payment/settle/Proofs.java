package vn.dvc.pay.payment.settle;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.book.PaymentRow;

/** Finds the proof that a payment's way of paying leaves. */
@Component
class Proofs {
  private final List<ProofOfMoney> proofs;

  Proofs(List<ProofOfMoney> proofs) {
    this.proofs = proofs;
  }

  ProofOfMoney of(PaymentRow row) {
    return proofs.stream()
        .filter(proof -> proof.covers(row.method()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing proves a " + row.method()));
  }
}
