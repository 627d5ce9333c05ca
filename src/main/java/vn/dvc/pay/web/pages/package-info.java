/**
 * The payer's pages: my dossiers, and the payment as it is. Every form is answered by 303 to a page
 * that shows how things stand, so reloads, second tabs and the back button are harmless. They work
 * with and without JavaScript and speak Vietnamese and English.
 */
package vn.dvc.pay.web.pages;
