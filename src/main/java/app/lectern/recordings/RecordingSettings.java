package app.lectern.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What was chosen for the recordings of one integration.
///
/// @param folder         where downloads go; empty means a folder of the integration's name in the general one
/// @param pattern        the place and name of a file below it, such as `{month}/{date} {title}`
/// @param passport       whether a small JSON file beside each recording says where it came from
/// @param warnPercent    from which share of a OneDrive on it is said to be nearly full
/// @param cleanUpDays    how old a recording is before a clean-up touches it
/// @param tenantDays     after how many days the tenant removes recordings; 0 for never
/// @param warnDays       so many days before that it is warned of
/// @param tenantDeletion whether recordings may be deleted in the tenant at all
public record RecordingSettings(String folder, String pattern, boolean passport, int warnPercent, int cleanUpDays, int tenantDays, int warnDays,
        boolean tenantDeletion) {
    public static final RecordingSettings USUAL = new RecordingSettings("", "{month}/{date} {title}", true, 90, 90, 120, 7, false);

    public Duration tenantKeeps() {
        return Duration.ofDays(tenantDays);
    }

    public WarningSpan warning(Instant now) {
        return new WarningSpan(now, now.plus(Duration.ofDays(warnDays)));
    }

    public Optional<Expiry> expiry(Recording recording) {
        return recording.state() != RecordingState.AVAILABLE ? Optional.empty()
                : recording.expiresAt().map(at -> new Expiry(at, at.equals(recording.recordedAt().plus(tenantKeeps()))));
    }

    public RecordingSettings folder(String now) {
        return new RecordingSettings(now.strip(), pattern, passport, warnPercent, cleanUpDays, tenantDays, warnDays, tenantDeletion);
    }

    public RecordingSettings pattern(String now) {
        return new RecordingSettings(folder, now.strip(), passport, warnPercent, cleanUpDays, tenantDays, warnDays, tenantDeletion);
    }

    public RecordingSettings passport(boolean now) {
        return new RecordingSettings(folder, pattern, now, warnPercent, cleanUpDays, tenantDays, warnDays, tenantDeletion);
    }

    public RecordingSettings warnPercent(int now) {
        return new RecordingSettings(folder, pattern, passport, now, cleanUpDays, tenantDays, warnDays, tenantDeletion);
    }

    public RecordingSettings cleanUpDays(int now) {
        return new RecordingSettings(folder, pattern, passport, warnPercent, now, tenantDays, warnDays, tenantDeletion);
    }

    public RecordingSettings tenantDays(int now) {
        return new RecordingSettings(folder, pattern, passport, warnPercent, cleanUpDays, now, warnDays, tenantDeletion);
    }

    public RecordingSettings warnDays(int now) {
        return new RecordingSettings(folder, pattern, passport, warnPercent, cleanUpDays, tenantDays, now, tenantDeletion);
    }

    public RecordingSettings tenantDeletion(boolean now) {
        return new RecordingSettings(folder, pattern, passport, warnPercent, cleanUpDays, tenantDays, warnDays, now);
    }
}
