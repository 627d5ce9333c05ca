package vn.dvc.pay.documents;

/**
 * A finished paper.
 *
 * @param name file name for whoever saves it
 * @param pdf the bytes, PDF/A-2; never changed once the paper is stored
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param template the template and its version
 */
public record Document(String name, byte[] pdf, String sha256, String template) {}
