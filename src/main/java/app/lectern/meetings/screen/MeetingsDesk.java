package app.lectern.meetings.screen;

import app.lectern.accounts.Account;
import app.lectern.accounts.Organisers;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.LinkTrail;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.planning.LinkRenewal;
import app.lectern.meetings.planning.MeetingEditor;
import app.lectern.meetings.planning.MeetingGuard;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.NeverHeld;
import app.lectern.meetings.planning.bulk.MeetingPresets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The services that the screen works with.
///
/// @param people finds people of the directory by the beginning of their names
public record MeetingsDesk(KnownMeetings known, MeetingExport exports, MeetingScheduler scheduler, MeetingEditor editor, MeetingGuard guard, Organisers organisers, MeetingPresets presets,
        BiFunction<Integration, String, List<Account>> people, Function<String, Integration> integrations, NeverHeld sweep, LinkTrail links, LinkRenewal renewal) {}
