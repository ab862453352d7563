package app.lectern.accounts;

import app.lectern.shell.controls.Tone;

/// Which colour an outcome, a verdict or a standing has. Colours never stand alone: an icon and a word are beside each.
final class AccountTones {
    private AccountTones() {}

    static Tone of(Outcome outcome) {
        return switch (outcome) {
            case PASSES -> Tone.SUCCESS;
            case WARNS -> Tone.WARNING;
            case FAILS -> Tone.DANGER;
            case UNKNOWN, SKIPPED -> Tone.NEUTRAL;
        };
    }

    static String icon(Outcome outcome) {
        return switch (outcome) {
            case PASSES, WARNS, FAILS -> of(outcome).icon();
            case UNKNOWN -> "bi-question-circle";
            case SKIPPED -> "bi-dash";
        };
    }

    static Tone of(Verdict verdict) {
        return switch (verdict.kind()) {
            case CAN_ORGANISE -> Tone.SUCCESS;
            case WITH_LIMITS -> Tone.WARNING;
            case CANNOT -> verdict.isMatterOfTime() ? Tone.WARNING : Tone.DANGER;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }

    static String icon(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.UNKNOWN ? "bi-question-circle"
                : verdict.isMatterOfTime() ? "bi-hourglass-split" : of(verdict).icon();
    }

    static Tone of(EmailChain.Standing standing) {
        return switch (standing) {
            case WINS -> Tone.SUCCESS;
            case PASSED_OVER -> Tone.DANGER;
            case UNDECIDED -> Tone.WARNING;
            case NOT_NEEDED, NOT_SET -> Tone.NEUTRAL;
        };
    }
}
