/** The payer's dossiers, and how to pay the chosen ones. */
package vn.dvc.pay.web.pages.choice;
