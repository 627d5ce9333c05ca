/** What all of the payer's pages share: sign-in, language, refusals, formatting. */
package vn.dvc.pay.web.pages.layout;
