/** What all pages for payers share: sign-in, language, refusals and formatting. */
package vn.dvc.pay.web.pages.layout;
