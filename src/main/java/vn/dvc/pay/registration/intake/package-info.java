/** The start of a registration: the rules for applications and the approvals needed. */
package vn.dvc.pay.registration.intake;
