/** QR codes as drawings. */
package vn.dvc.pay.documents.qr;
