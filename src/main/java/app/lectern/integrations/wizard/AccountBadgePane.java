package app.lectern.integrations.wizard;

import app.lectern.integrations.AccountStanding.AccountState;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;

/// How a service account stands, as a chip: green only after a look.
public final class AccountBadgePane {
    private AccountBadgePane() {}

    public static Chip chip(Words words, AccountState state) {
        return switch (state) {
            case NOT_SET -> new Chip(words.of(state), Tone.NEUTRAL, "bi-dash-circle");
            case UNVERIFIED, COULD_NOT_CHECK -> new Chip(words.of(state), Tone.WARNING);
            case VERIFIED -> new Chip(words.of(state), Tone.SUCCESS, "bi-patch-check-fill");
            case REFUSED -> new Chip(words.of(state), Tone.DANGER);
        };
    }
}
