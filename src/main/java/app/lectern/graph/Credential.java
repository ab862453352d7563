package app.lectern.graph;

import app.lectern.vault.Secret;
import java.util.Arrays;
import java.util.Objects;

/// How a connection proves who it is: the app itself by secret or certificate, or a person by device code or browser.
public sealed interface Credential {
    /// Whether the app acts for itself, with nobody signed in.
    default boolean appOnly() {
        return !(this instanceof DeviceCode || this instanceof Browser);
    }

    record ClientSecret(Secret value) implements Credential {
        public ClientSecret {
            Objects.requireNonNull(value);
        }
    }

    /// A PFX (PKCS#12) file's content. `source` is the file's name, for messages only.
    record PfxCertificate(byte[] content, Secret password, String source) implements Credential {
        public PfxCertificate {
            content = content.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PfxCertificate that
                    && Arrays.equals(content, that.content)
                    && password.equals(that.password);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(content);
        }

        @Override
        public String toString() {
            return "PfxCertificate[" + source + "]";
        }
    }

    /// A certificate (with its chain, if any) and a private key in PEM; both may be the same text.
    /// The password is empty unless the key is encrypted.
    record PemCertificate(String certificate, Secret privateKey, Secret keyPassword, String source) implements Credential {
        @Override
        public String toString() {
            return "PemCertificate[" + source + "]";
        }
    }

    record DeviceCode() implements Credential {}

    record Browser() implements Credential {}
}
