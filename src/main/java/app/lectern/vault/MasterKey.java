package app.lectern.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The 256 random bits from which everything else is derived by HKDF-SHA256. They are never used as a key themselves,
/// so that what is derived for one purpose says nothing about another.
final class MasterKey {
    static final int BYTES = 32;

    private final byte[] bytes;

    MasterKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static MasterKey random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var key = new MasterKey(bytes);
        Arrays.fill(bytes, (byte) 0);
        return key;
    }

    SecretKey derive(String algorithm, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(bytes, "Generic"))
                    .thenExpand(("lectern/1/" + purpose).getBytes(java.nio.charset.StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// 64 hexadecimal digits, for those who want a password rather than a key.
    char[] derivePassword(String purpose) {
        var raw = derive("Generic", purpose).getEncoded();
        var hex = HexFormat.of();
        var chars = new char[raw.length * 2];
        for (int i = 0; i < raw.length; i++) {
            chars[2 * i] = hex.toHighHexDigit(raw[i]);
            chars[2 * i + 1] = hex.toLowHexDigit(raw[i]);
        }
        Arrays.fill(raw, (byte) 0);
        return chars;
    }

    RecoveryKey recoveryKey() {
        return new RecoveryKey(bytes);
    }

    Secret text() {
        try (var recovery = recoveryKey()) {
            return recovery.text();
        }
    }

    boolean sameAs(MasterKey other) {
        return java.security.MessageDigest.isEqual(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
