package app.lectern.meetings.screen;

import app.lectern.meetings.planning.bulk.MeetingPresets;
import app.lectern.meetings.planning.bulk.Rehearsals;
import app.lectern.meetings.planning.bulk.SlotImport;

/// The services that imports, terms and presets work with.
public record ImportDesk(Rehearsals rehearsals, SlotImport imports, MeetingPresets presets) {}
