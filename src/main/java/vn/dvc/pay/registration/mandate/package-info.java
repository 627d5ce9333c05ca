/** The mandate at the bank: made, put into force, ended. */
package vn.dvc.pay.registration.mandate;
