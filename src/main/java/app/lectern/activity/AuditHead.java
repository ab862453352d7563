package app.lectern.activity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Where the chain begins and ends: the last entry that retention took away, and the newest entry, sealed with a key that is
/// not in the table. Without it, entries cut off at either end would leave no trace.
record AuditHead(long baseId, String baseHash, long lastId, String lastHash, String seal) {
    static AuditHead sealed(long baseId, String baseHash, long lastId, String lastHash, byte[] key) {
        var head = new AuditHead(baseId, baseHash, lastId, lastHash, "");
        return new AuditHead(baseId, baseHash, lastId, lastHash, head.rightSeal(key));
    }

    /// A trail in which nothing has been noted yet.
    boolean isNew() {
        return baseId == 0 && lastId == 0 && seal.isEmpty();
    }

    String rightSeal(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var content = baseId + ":" + baseHash + ":" + lastId + ":" + lastHash;
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
