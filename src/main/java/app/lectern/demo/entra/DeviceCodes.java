package app.lectern.demo.entra;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Device codes that were handed out and what has become of them.
final class DeviceCodes {

    static final Duration LIFETIME = Duration.ofMinutes(15);
    /// Entra's user codes leave out letters that look like others.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final SignInControl control;
    private final Clock clock;

    DeviceCodes(SignInControl control, Clock clock) {
        this.control = control;
        this.clock = clock;
    }

    record Code(String deviceCode, String userCode, AppRegistration app, Scopes scopes, Instant until, AtomicInteger polls) {
    }

    Code issue(AppRegistration app, Scopes scopes) {
        var code = new Code(text(72), text(9), app, scopes, clock.instant().plus(LIFETIME), new AtomicInteger());
        codes.put(code.deviceCode(), code);
        return code;
    }

    boolean isKnown(String userCode) {
        return codes.values().stream().anyMatch(code -> code.userCode().equalsIgnoreCase(userCode));
    }

    /// One poll: the approved code with the name of who approved it, or the refusal that fits.
    Approved redeem(String deviceCode, AppRegistration app) {
        var code = deviceCode == null ? null : codes.get(deviceCode);
        if (code == null || !code.app().equals(app)) {
            throw EntraRefusals.unknownDeviceCode();
        }
        var decision = control.decisionFor(code.userCode());
        if (clock.instant().isAfter(code.until()) || decision.kind() == SignInControl.Kind.EXPIRED) {
            throw EntraRefusals.expiredDeviceCode();
        }
        if (decision.kind() == SignInControl.Kind.PENDING || code.polls().incrementAndGet() <= decision.polls()) {
            throw EntraRefusals.pending();
        }
        codes.remove(deviceCode);
        return switch (decision.kind()) {
            case DECLINED -> throw EntraRefusals.declined();
            case BLOCKED -> throw EntraRefusals.blockedByConditionalAccess();
            case MFA -> throw EntraRefusals.mfaRequired();
            default -> new Approved(code.scopes(), decision.user());
        };
    }

    record Approved(Scopes scopes, String user) {
    }

    private String text(int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
