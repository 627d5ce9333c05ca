/** The payer's dossiers, and choosing how to pay them. */
package vn.dvc.pay.web.pages.choice;
