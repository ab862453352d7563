package app.lectern.demo.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Download addresses that carry their own permission: key, end and number, signed, so that nothing has to be remembered
/// for the thousands that a listing hands out.
public final class SignedLinks implements DownloadLinks {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final byte[] secret = new byte[32];
    private final String base;
    private final Clock clock;
    private final LongSupplier numbers;
    private final LongPredicate isExpired;

    /// @param base      the address of the storage host without a slash at its end
    /// @param numbers   the number of the next address
    /// @param isExpired whether the address of this number was called back
    public SignedLinks(String base, Clock clock, LongSupplier numbers, LongPredicate isExpired) {
        this.base = base;
        this.clock = clock;
        this.numbers = numbers;
        this.isExpired = isExpired;
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public String issue(String key) {
        var until = clock.instant().plus(LIFETIME).toEpochMilli();
        var ticket = numbers.getAsLong() + "|" + until + "|" + key;
        var encoded = encode(ticket.getBytes(StandardCharsets.UTF_8));
        return base + "/storage/_layouts/15/download.aspx?UniqueId=" + URLEncoder.encode(fingerprint(key), StandardCharsets.UTF_8)
                + "&Translate=false&tempauth=v1." + encoded + "." + encode(sign(encoded)) + "&ApiVersion=2.0";
    }

    /// What a presented ticket opens.
    ///
    /// @param key null when the ticket was not issued here
    record Opened(String key, boolean expired) {
    }

    Opened open(String tempauth) {
        var parts = tempauth == null ? new String[0] : tempauth.split("\\.");
        try {
            if (parts.length == 3 && MessageDigest.isEqual(sign(parts[1]), Base64.getUrlDecoder().decode(parts[2]))) {
                var ticket = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).split("\\|", 3);
                var over = clock.instant().isAfter(Instant.ofEpochMilli(Long.parseLong(ticket[1])));
                return new Opened(ticket[2], over || isExpired.test(Long.parseLong(ticket[0])));
            }
        } catch (IllegalArgumentException notBase64) {
            return new Opened(null, false);
        }
        return new Opened(null, false);
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String fingerprint(String key) {
        return java.util.UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
