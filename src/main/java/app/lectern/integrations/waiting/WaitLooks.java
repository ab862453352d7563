package app.lectern.integrations.waiting;

import app.lectern.integrations.AccountVerifier;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.permissions.AccessPolicyCheck;
import app.lectern.integrations.permissions.PermissionDoctor;
import app.lectern.integrations.permissions.PermissionState;
import app.lectern.integrations.permissions.PolicyFinding.PolicyVerdict;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import java.util.Optional;

/// The look that belongs to each kind of waiting.
public final class WaitLooks implements WaitLook {
    private final IntegrationAccess access;
    private final PermissionDoctor doctor;
    private final AccessPolicyCheck policies;
    private final AccountVerifier verifier;

    public WaitLooks(IntegrationAccess access, PermissionDoctor doctor, AccessPolicyCheck policies, AccountVerifier verifier) {
        this.access = access;
        this.doctor = doctor;
        this.policies = policies;
        this.verifier = verifier;
    }

    @Override
    public Optional<Problem> obstacle(Integration of, Wait wait) {
        return switch (wait.kind()) {
            case CONSENT -> consent(of, wait.subject());
            case NEW_SECRET -> secret(of);
            case MAILBOX -> verifier.obstacle(of, wait.subject());
            case ACCESS_POLICY -> policy(of, wait.subject());
        };
    }

    private Optional<Problem> consent(Integration of, String permission) {
        var known = doctor.catalogue().find(permission)
                .orElseThrow(() -> Problem.of(Code.PROBE_IMPOSSIBLE).with("permission", permission).raise());
        var finding = doctor.examine(of, known);
        return finding.state() == PermissionState.MISSING ? finding.problem() : Optional.empty();
    }

    private Optional<Problem> secret(Integration of) {
        try {
            access.forget(of);
            access.session(of).signIn().afresh();
            return Optional.empty();
        } catch (ProblemException refused) {
            if (refused.problem().code() == Code.SECRET_WRONG || refused.problem().code() == Code.CERTIFICATE_REFUSED) {
                return Optional.of(refused.problem());
            }
            throw refused;
        }
    }

    private Optional<Problem> policy(Integration of, String account) {
        var finding = policies.teams(of, account);
        if (finding.verdict() == PolicyVerdict.ALLOWED || finding.verdict() == PolicyVerdict.NOT_NEEDED) {
            return Optional.empty();
        }
        return finding.problem();
    }
}
