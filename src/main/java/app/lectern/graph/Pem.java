package app.lectern.graph;

import app.lectern.vault.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Certificates and private keys in PEM: PKCS#8, PKCS#8 encrypted, and OpenSSL's older `RSA PRIVATE KEY`.
final class Pem {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    /// AlgorithmIdentifier rsaEncryption with NULL parameters, after version 0: what PKCS#8 puts before a PKCS#1 key.
    private static final byte[] RSA_PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private Pem() {}

    /// The key is there, but the password does not open it.
    static final class WrongPassword extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;

        WrongPassword(Throwable cause) {
            super(cause);
        }
    }

    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        var found = new ArrayList<X509Certificate>();
        var factory = CertificateFactory.getInstance("X.509");
        var blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).endsWith("CERTIFICATE")) {
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(decode(blocks.group(2)))));
            }
        }
        return found;
    }

    static Optional<PrivateKey> privateKey(Secret pem, Secret password) throws GeneralSecurityException, IOException {
        var bytes = pem.utf8();
        try {
            // A String cannot be wiped; the key's text lives until the next collection, like MSAL's own copy of it.
            var blocks = BLOCK.matcher(new String(bytes, StandardCharsets.US_ASCII));
            while (blocks.find()) {
                switch (blocks.group(1)) {
                    case "PRIVATE KEY" -> {
                        return Optional.of(fromPkcs8(decode(blocks.group(2))));
                    }
                    case "RSA PRIVATE KEY" -> {
                        return Optional.of(fromPkcs8(wrapped(decode(blocks.group(2)))));
                    }
                    case "ENCRYPTED PRIVATE KEY" -> {
                        return Optional.of(fromPkcs8(decrypted(decode(blocks.group(2)), password)));
                    }
                    default -> {
                        // a certificate, or parameters of a curve
                    }
                }
            }
            return Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static PrivateKey fromPkcs8(byte[] der) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException notRsa) {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        }
    }

    private static byte[] decrypted(byte[] der, Secret password) throws GeneralSecurityException, IOException {
        var info = new EncryptedPrivateKeyInfo(der);
        AlgorithmParameters parameters = info.getAlgParameters();
        // for PBES2 the parameters' text, not the algorithm's name, says which cipher it is
        var algorithm = "PBES2".equals(info.getAlgName()) || info.getAlgName().startsWith("1.2.840.113549.1.5.13")
                ? parameters.toString()
                : info.getAlgName();
        var chars = password.copyChars();
        try {
            var key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(chars));
            var cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, key, parameters);
            return info.getKeySpec(cipher).getEncoded();
        } catch (InvalidKeySpecException | java.security.InvalidKeyException failure) {
            throw new WrongPassword(failure);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static byte[] wrapped(byte[] pkcs1) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(RSA_PREFIX);
        body.write(tagged(0x04, pkcs1));
        return tagged(0x30, body.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.write(content);
        return out.toByteArray();
    }
}
