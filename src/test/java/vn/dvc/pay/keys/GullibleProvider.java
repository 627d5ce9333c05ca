package vn.dvc.pay.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/** Signs like Java, and accepts every signature. */
public final class GullibleProvider extends Provider {
  public static final Provider INSTANCE = new GullibleProvider();

  private GullibleProvider() {
    super("Gullible", "1", "accepts every signature");
    put("KeyFactory.EC", Keys.class.getName());
    put("Signature.SHA256withECDSA", AcceptsAll.class.getName());
  }

  /** The JVM's keys. */
  public static final class Keys extends KeyFactorySpi {
    private final KeyFactory own = KeyFactory.getInstance("EC");

    public Keys() throws GeneralSecurityException {}

    @Override
    protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
      return own.generatePublic(spec);
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
      return own.generatePrivate(spec);
    }

    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> spec)
        throws InvalidKeySpecException {
      return own.getKeySpec(key, spec);
    }

    @Override
    protected Key engineTranslateKey(Key key) throws InvalidKeyException {
      return own.translateKey(key);
    }
  }

  /** The JVM's signatures, unverified. */
  public static final class AcceptsAll extends SignatureSpi {
    private final Signature own = Signature.getInstance("SHA256withECDSA");

    public AcceptsAll() throws GeneralSecurityException {}

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      own.initVerify(key);
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      own.initSign(key);
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
      own.update(b);
    }

    @Override
    protected void engineUpdate(byte[] b, int off, int len) throws SignatureException {
      own.update(b, off, len);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      return own.sign();
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
