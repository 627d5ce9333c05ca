package vn.dvc.pay.documents;

/**
 * A rendered document.
 *
 * @param name the file name for saving it
 * @param pdf the bytes, PDF/A-2; never changed once stored
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param template the template and its version
 */
public record Document(String name, byte[] pdf, String sha256, String template) {}
