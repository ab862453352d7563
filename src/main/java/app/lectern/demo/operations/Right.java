package app.lectern.demo.operations;

/// The permissions that open a group of operations, from Microsoft's published map; any one of a list is enough.
enum Right {
    READ_USERS("User.ReadBasic.All User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All",
            "User.Read User.ReadBasic.All User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All"),
    READ_LICENCES("LicenseAssignment.Read.All User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All",
            "LicenseAssignment.Read.All User.Read User.Read.All User.ReadWrite.All Directory.Read.All Directory.ReadWrite.All"),
    READ_ORGANISATION("Organization.Read.All Organization.ReadWrite.All Directory.Read.All Directory.ReadWrite.All User.Read.All",
            "User.Read User.Read.All Organization.Read.All Organization.ReadWrite.All Directory.Read.All "
            + "Directory.ReadWrite.All"),
    READ_SKUS("LicenseAssignment.Read.All Organization.Read.All Organization.ReadWrite.All Directory.Read.All "
    + "Directory.ReadWrite.All",
            "LicenseAssignment.Read.All Organization.Read.All Organization.ReadWrite.All Directory.Read.All "
            + "Directory.ReadWrite.All"),
    READ_APPLICATIONS("Application.Read.All Application.ReadWrite.All Application.ReadWrite.OwnedBy Directory.Read.All",
            "Application.Read.All Application.ReadWrite.All Directory.Read.All Directory.ReadWrite.All"),
    WRITE_APPLICATIONS("Application.ReadWrite.OwnedBy Application.ReadWrite.All", "Application.ReadWrite.All"),
    READ_GRANTS("Directory.Read.All Directory.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All",
            "Directory.Read.All Directory.ReadWrite.All DelegatedPermissionGrant.ReadWrite.All"),
    READ_MAILBOX_SETTINGS("MailboxSettings.Read MailboxSettings.ReadWrite", "MailboxSettings.Read MailboxSettings.ReadWrite"),
    READ_CALENDAR_BASIC("Calendars.ReadBasic.All Calendars.Read Calendars.ReadWrite",
            "Calendars.ReadBasic Calendars.Read Calendars.ReadWrite Calendars.Read.Shared Calendars.ReadWrite.Shared"),
    READ_CALENDAR("Calendars.Read Calendars.ReadWrite",
    "Calendars.ReadBasic Calendars.Read Calendars.ReadWrite Calendars.Read.Shared Calendars.ReadWrite.Shared"),
    WRITE_CALENDAR("Calendars.ReadWrite", "Calendars.ReadWrite Calendars.ReadWrite.Shared"),
    READ_MEETINGS("OnlineMeetings.Read.All OnlineMeetings.ReadWrite.All", "OnlineMeetings.Read OnlineMeetings.ReadWrite"),
    WRITE_MEETINGS("OnlineMeetings.ReadWrite.All", "OnlineMeetings.ReadWrite"),
    READ_ATTENDANCE("OnlineMeetingArtifact.Read.All", "OnlineMeetingArtifact.Read.All"),
    READ_RECORDINGS("OnlineMeetingRecording.Read.All", "OnlineMeetingRecording.Read.All"),
    LIST_ALL_RECORDINGS("OnlineMeetingRecording.Read.All", ""),
    READ_TRANSCRIPTS("OnlineMeetingTranscript.Read.All", "OnlineMeetingTranscript.Read.All"),
    LIST_ALL_TRANSCRIPTS("OnlineMeetingTranscript.Read.All", ""),
    LIST_CALL_RECORDINGS("CallRecordings.Read.All", ""),
    READ_CALL_RECORDINGS("CallRecordings.Read.All", "CallRecordings.Read.All"),
    LIST_CALL_TRANSCRIPTS("CallTranscripts.Read.All", ""),
    READ_CALL_RECORDS("CallRecords.Read.All", ""),
    READ_FILES("Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All",
            "Files.Read Files.Read.All Files.ReadWrite Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All"),
    WRITE_FILES("Files.ReadWrite.All Sites.ReadWrite.All", "Files.ReadWrite Files.ReadWrite.All Sites.ReadWrite.All"),
    READ_SITES("Sites.Read.All Sites.ReadWrite.All Sites.Selected", "Sites.Read.All Sites.ReadWrite.All"),
    READ_CHANNELS("Channel.ReadBasic.All ChannelSettings.Read.All Group.Read.All Directory.Read.All",
    "Channel.ReadBasic.All Group.Read.All Directory.Read.All"),
    READ_TEAMS("Team.ReadBasic.All Group.Read.All Directory.Read.All", "Team.ReadBasic.All Group.Read.All Directory.Read.All"),
    READ_GROUP_EVENTS("Group.Read.All Group.ReadWrite.All", "Group.Read.All Group.ReadWrite.All"),
    /// No application may write to a group's calendar, whatever its permissions.
    WRITE_GROUP_EVENTS("", "Group.ReadWrite.All"),
    READ_CHATS("Chat.ReadBasic.All Chat.Read.All", "Chat.ReadBasic Chat.Read Chat.ReadWrite"),
    READ_MESSAGES("Chat.Read.All Chat.ReadWrite.All", "Chat.Read Chat.ReadWrite");

    private final String application;
    private final String delegated;

    Right(String application, String delegated) {
        this.application = application;
        this.delegated = delegated;
    }

    String[] application() {
        return names(application);
    }

    String[] delegated() {
        return names(delegated);
    }

    private static String[] names(String list) {
        return list.isEmpty() ? new String[0] : list.split(" ");
    }
}
