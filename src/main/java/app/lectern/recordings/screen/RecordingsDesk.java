package app.lectern.recordings.screen;

import app.lectern.meetings.KnownMeetings;
import app.lectern.recordings.CleanUp;
import app.lectern.recordings.DownloadLedger;
import app.lectern.recordings.DownloadQueue;
import app.lectern.recordings.DriveSpace;
import app.lectern.recordings.LocalCopies;
import app.lectern.recordings.Manifest;
import app.lectern.recordings.RecordingChoices;
import app.lectern.recordings.RecordingList;
import app.lectern.recordings.RecordingListFile;
import app.lectern.recordings.RecordingWords;
import app.lectern.recordings.RecordingsLibrary;
import app.lectern.recordings.TenantDeletion;
import app.lectern.recordings.WhyNoRecording;

/// The services that the Recordings screen stands on.
public record RecordingsDesk(RecordingList list, RecordingListFile listFile, RecordingsLibrary library, DownloadQueue queue, DownloadLedger ledger,
        RecordingWords words, LocalCopies copies, CleanUp cleanUp, TenantDeletion deletion, DriveSpace space, Manifest manifest, WhyNoRecording why,
        RecordingChoices choices, KnownMeetings meetings) {}
