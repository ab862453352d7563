package app.lectern.graph;

import app.lectern.problems.Problem.Code;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What Entra's numbers mean to somebody who has to mend it. Microsoft reserves the right to change them, so an unknown
/// number is no fault: the `error` beside it still decides.
public final class AadstsCodes {
    private static final Map<Integer, Code> MEANINGS = meanings();

    private AadstsCodes() {}

    public static Optional<Code> meaning(int number) {
        return Optional.ofNullable(MEANINGS.get(number));
    }

    /// Every number that is known, for browsing.
    public static Map<Integer, Code> all() {
        return MEANINGS;
    }

    private static Map<Integer, Code> meanings() {
        var all = new HashMap<Integer, Code>();
        put(all, Code.SECRET_WRONG, 7000215, 7000216);
        put(all, Code.SECRET_EXPIRED, 7000222);
        put(all, Code.CERTIFICATE_REFUSED, 700027, 700030, 50012, 700021, 700022, 700023, 700024, 500133, 50013, 5000611);
        put(all, Code.APP_UNKNOWN, 700016, 7000229, 700038, 90013);
        put(all, Code.APP_DISABLED, 7000112, 7000114, 500014);
        put(all, Code.TENANT_UNKNOWN, 90002, 900023, 50020, 500208);
        put(all, Code.CLOUD_WRONG, 900382, 900384, 90038, 900439, 9001011);
        put(all, Code.TENANT_NEEDED, 50059, 9001023, 50194);
        put(all, Code.CONSENT_MISSING, 65001, 90094, 90008, 650052, 650056, 650057, 1010);
        put(all, Code.CONSENT_DECLINED, 65004);
        put(all, Code.SIGN_IN_BLOCKED, 53003, 530032, 530031, 530033, 53000, 53001, 53002, 530035, 530034, 53004, 50105, 50097, 50129, 50158);
        put(all, Code.MFA_REQUIRED, 50076, 50074, 50079, 50072, 50078, 50125);
        put(all, Code.ACCOUNT_REFUSED, 50126, 50034, 50057, 50055, 50053, 50128, 51004, 50056, 50064, 530003);
        put(all, Code.DEVICE_CODE_EXPIRED, 70018, 70019, 70020);
        put(all, Code.PUBLIC_FLOW_OFF, 7000218, 7000012, 700025);
        put(all, Code.REDIRECT_MISSING, 50011, 500113, 500117);
        put(all, Code.SCOPE_WRONG, 70011, 28002, 500011, 1002012, 650053, 28003);
        put(all, Code.SIGN_IN_EXPIRED, 700082, 70008, 50173, 70043, 700084, 50089, 50132, 50133, 70044, 54005, 700003);
        return Map.copyOf(all);
    }

    private static void put(Map<Integer, Code> all, Code code, int... numbers) {
        for (int number : numbers) {
            all.put(number, code);
        }
    }
}
