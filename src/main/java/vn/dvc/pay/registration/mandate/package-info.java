/** The mandate at the bank: requested, activated, ended. */
package vn.dvc.pay.registration.mandate;
