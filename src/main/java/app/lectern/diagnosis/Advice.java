package app.lectern.diagnosis;

import app.lectern.diagnosis.verdict.Verdict;
import java.util.List;

/// Something to do about a verdict, now or the next time. Title, text and button stand in the bundle.
public enum Advice {
    ENTER_BY_HAND(Way.ATTENDANCE), IMPORT_CSV(Way.ATTENDANCE), GRANT_CALL_RECORDS(Way.PERMISSIONS), GRANT_PERMISSION(Way.PERMISSIONS),
    RUN_POLICY_SCRIPT(Way.POLICY_COMMAND), OPEN_TRANSCRIPTS(Way.TRANSCRIPTS_COMMAND), ASK_AGAIN(Way.AGAIN), COPY_FACTS(Way.FACTS),
    CHECK_STATUS(Way.STATUS_PAGE), SIGN_IN_AGAIN(Way.INTEGRATIONS), LOOK_IN_DRIVE(Way.RECORDINGS), OPEN_REPORT(Way.ATTENDANCE),
    SCHEDULE_INSTEAD(Way.MEETINGS), USE_SERVICE_ACCOUNT(Way.INTEGRATIONS), RECORD_AUTOMATICALLY(Way.MEETINGS),
    GRANT_FOR_ALL(Way.POLICY_COMMAND);

    /// Where the button leads, or what it copies.
    public enum Way { AGAIN, FACTS, PERMISSIONS, POLICY_COMMAND, TRANSCRIPTS_COMMAND, STATUS_PAGE, ATTENDANCE, RECORDINGS, MEETINGS, INTEGRATIONS }

    private final Way way;

    Advice(Way way) {
        this.way = way;
    }

    public Way way() {
        return way;
    }

    public static List<Advice> now(Verdict verdict, Question question) {
        boolean attendance = question == Question.ATTENDANCE;
        return switch (verdict) {
            case SCHEDULED, CHANNEL -> attendance ? List.of(OPEN_REPORT) : List.of(LOOK_IN_DRIVE);
            case INSTANT, AD_HOC_CALL, LIVE_EVENT -> attendance ? List.of(ENTER_BY_HAND, IMPORT_CSV, GRANT_CALL_RECORDS) : List.of(LOOK_IN_DRIVE);
            case LINK_ONLY -> attendance ? List.of(OPEN_REPORT, IMPORT_CSV) : List.of(LOOK_IN_DRIVE);
            case OTHER_TENANT, ORGANISER_GONE, EXPIRED -> attendance ? List.of(IMPORT_CSV, COPY_FACTS) : List.of(COPY_FACTS);
            case WRONG_ORGANISER, UNKNOWN -> List.of(ASK_AGAIN, COPY_FACTS);
            case PERMISSION_MISSING -> List.of(GRANT_PERMISSION, ASK_AGAIN);
            case POLICY_MISSING -> List.of(RUN_POLICY_SCRIPT, ASK_AGAIN);
            case POLICY_PROPAGATING, NOT_READY -> List.of(ASK_AGAIN);
            case TRANSCRIPTS_OFF -> List.of(OPEN_TRANSCRIPTS, ASK_AGAIN);
            case SIGN_IN_FAILED -> List.of(SIGN_IN_AGAIN);
            case SERVICE_FAULT -> List.of(ASK_AGAIN, CHECK_STATUS);
            case NOBODY_JOINED, REPORT_OFF -> List.of(ENTER_BY_HAND, IMPORT_CSV);
            case NOT_RECORDED -> List.of(LOOK_IN_DRIVE);
            case LINK_WORKS -> List.of(COPY_FACTS, ASK_AGAIN);
            case LINK_GONE -> List.of(SCHEDULE_INSTEAD, COPY_FACTS);
        };
    }

    public static List<Advice> nextTime(Verdict verdict) {
        return switch (verdict) {
            case INSTANT, LINK_ONLY, AD_HOC_CALL, LIVE_EVENT, EXPIRED -> List.of(SCHEDULE_INSTEAD);
            case ORGANISER_GONE -> List.of(USE_SERVICE_ACCOUNT);
            case POLICY_MISSING, POLICY_PROPAGATING -> List.of(GRANT_FOR_ALL);
            case NOT_RECORDED -> List.of(RECORD_AUTOMATICALLY);
            default -> List.of();
        };
    }
}
