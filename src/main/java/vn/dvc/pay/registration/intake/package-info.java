/** Registrations begin here: what a payer may apply with, and which approvals it takes. */
package vn.dvc.pay.registration.intake;
