package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.MeetingOptions.Chat;
import app.lectern.meetings.planning.MeetingOptions.Lobby;
import app.lectern.meetings.planning.MeetingOptions.Presenters;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Way;
import app.lectern.meetings.planning.bulk.RowNote.What;
import app.lectern.tables.TableRow;
import app.lectern.words.ZoneNames;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads the cells of one row. Every cell that cannot be read is named; a row with such a cell has no plan.
final class SlotCells {
    private static final Map<String, Boolean> YES = Map.ofEntries(Map.entry("yes", true), Map.entry("true", true), Map.entry("1", true), Map.entry("on", true),
            Map.entry("x", true), Map.entry("y", true), Map.entry("no", false), Map.entry("false", false), Map.entry("0", false), Map.entry("off", false),
            Map.entry("n", false), Map.entry("-", false));
    private static final Map<String, Lobby> LOBBIES = Map.ofEntries(Map.entry("everyone", Lobby.EVERYONE), Map.entry("organisation", Lobby.ORGANISATION),
            Map.entry("organization", Lobby.ORGANISATION), Map.entry("organisation and federated", Lobby.ORGANISATION_AND_FEDERATED),
            Map.entry("organizationandfederated", Lobby.ORGANISATION_AND_FEDERATED), Map.entry("organisation without guests", Lobby.ORGANISATION_WITHOUT_GUESTS),
            Map.entry("organizationexcludingguests", Lobby.ORGANISATION_WITHOUT_GUESTS), Map.entry("invited", Lobby.INVITED),
            Map.entry("organiser", Lobby.ORGANISER), Map.entry("organizer", Lobby.ORGANISER));
    private static final Map<String, Presenters> PRESENTERS = Map.of("everyone", Presenters.EVERYONE, "organisation", Presenters.ORGANISATION, "organization",
            Presenters.ORGANISATION, "organiser", Presenters.ORGANISER, "organizer", Presenters.ORGANISER);
    private static final Map<String, Chat> CHATS = Map.of("on", Chat.ENABLED, "enabled", Chat.ENABLED, "yes", Chat.ENABLED, "limited", Chat.LIMITED, "off",
            Chat.DISABLED, "disabled", Chat.DISABLED, "no", Chat.DISABLED);

    private final SlotSheet sheet;
    private final Map<SlotColumn, Integer> mapping;
    private final ListRules rules;
    private final TableRow row;
    private final int number;
    private final List<RowNote> notes = new ArrayList<>();

    SlotCells(SlotSheet sheet, Map<SlotColumn, Integer> mapping, ListRules rules, int number) {
        this.sheet = sheet;
        this.mapping = mapping;
        this.rules = rules;
        this.row = sheet.rows().get(number);
        this.number = number + 1;
    }

    SlotRow read() {
        mapping.forEach(this::judge);
        var zone = choice(SlotColumn.TIMEZONE, What.NO_ZONE, ZoneNames::find).orElse(rules.zone());
        var times = times(zone);
        var options = options();
        var way = yes(SlotColumn.LINK_ONLY).orElse(false) ? Way.LINK_ONLY : Way.CALENDAR;
        if (times.isEmpty() || !notes.isEmpty()) {
            return new SlotRow(row.line(), title(), Optional.empty(), notes);
        }
        var plain = Planned.at("", times.get().start(), times.get().zone());
        var planned = plain.withTimes(times.get().start(), times.get().end()).withWay(way).withOrganiser(cell(SlotColumn.ORGANIZER))
                .withBody(cell(SlotColumn.BODY)).withAttendees(attendees()).withOptions(options).withNotice(options.record() ? rules.notice() : "");
        var named = planned.withSubject(subject(planned));
        return new SlotRow(row.line(), named.subject(), Optional.of(named), notes);
    }

    private record Times(java.time.LocalDateTime start, java.time.LocalDateTime end, ZoneId zone) {}

    private void judge(SlotColumn column, int at) {
        var cell = at < row.cells().size() ? row.cells().get(at) : "";
        if (row.formulas().contains(at)) {
            notes.add(RowNote.at(column, What.FORMULA, cell));
        } else if (cell.chars().anyMatch(sign -> sign == 0xFFFD || sign < 0x20 && sign != '\n' && sign != '\r' && sign != '\t')) {
            notes.add(RowNote.at(column, What.UNREADABLE, cell.replaceAll("\\p{Cntrl}", "�")));
        }
    }

    private boolean isJudged(SlotColumn column) {
        return notes.stream().anyMatch(note -> note.column().filter(column::equals).isPresent());
    }

    private String cell(SlotColumn column) {
        var at = mapping.get(column);
        return at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private Optional<Times> times(ZoneId zone) {
        var start = CellTime.read(cell(SlotColumn.START), zone);
        if (start.isEmpty() && !isJudged(SlotColumn.START)) {
            notes.add(RowNote.at(SlotColumn.START, cell(SlotColumn.START).isEmpty() ? What.EMPTY : What.NO_TIME, cell(SlotColumn.START)));
        }
        var written = cell(SlotColumn.END);
        var end = written.isEmpty() ? start.map(from -> new CellTime(from.local().plus(rules.length()), from.exact().map(moment -> moment.plus(rules.length()))))
                : CellTime.read(written, zone).or(() -> start.flatMap(from -> CellTime.time(written).map(time ->
                        new CellTime(from.local().toLocalDate().atTime(time), Optional.empty()))));
        if (end.isEmpty() && !written.isEmpty() && !isJudged(SlotColumn.END) && (start.isPresent() || CellTime.time(written).isEmpty())) {
            notes.add(RowNote.at(SlotColumn.END, What.NO_TIME, written));
        }
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (start.get().isSaidIn(zone) && end.get().isSaidIn(zone)) {
            return Optional.of(new Times(start.get().local(), end.get().local(), zone));
        }
        return Optional.of(new Times(start.get().in(zone, ZoneOffset.UTC), end.get().in(zone, ZoneOffset.UTC), ZoneId.of("UTC")));
    }

    private MeetingOptions options() {
        var options = choice(SlotColumn.PRESET, What.NO_PRESET, rules::preset).orElseGet(() -> rules.options(cell(SlotColumn.ORGANIZER)));
        options = with(options, yes(SlotColumn.RECORD), MeetingOptions::withRecord);
        options = with(options, choice(SlotColumn.LOBBY, What.NO_CHOICE, text -> Optional.ofNullable(LOBBIES.get(SubjectTemplate.plain(text)))), MeetingOptions::withLobby);
        options = with(options, choice(SlotColumn.PRESENTERS, What.NO_CHOICE, text -> Optional.ofNullable(PRESENTERS.get(SubjectTemplate.plain(text)))),
                MeetingOptions::withPresenters);
        return with(options, choice(SlotColumn.CHAT, What.NO_CHOICE, text -> Optional.ofNullable(CHATS.get(SubjectTemplate.plain(text)))), MeetingOptions::withChat);
    }

    private static <T> MeetingOptions with(MeetingOptions options, Optional<T> value, BiFunction<MeetingOptions, T, MeetingOptions> set) {
        return value.map(given -> set.apply(options, given)).orElse(options);
    }

    private Optional<Boolean> yes(SlotColumn column) {
        return choice(column, What.NO_YES, text -> Optional.ofNullable(YES.get(text.toLowerCase(Locale.ROOT))));
    }

    private <T> Optional<T> choice(SlotColumn column, What otherwise, Function<String, Optional<T>> read) {
        var text = cell(column);
        if (text.isEmpty() || isJudged(column)) {
            return Optional.empty();
        }
        var value = read.apply(text);
        if (value.isEmpty()) {
            notes.add(RowNote.at(column, otherwise, text));
        }
        return value;
    }

    private List<Attendee> attendees() {
        var all = new ArrayList<Attendee>();
        people(cell(SlotColumn.ATTENDEES), true, all);
        people(cell(SlotColumn.OPTIONAL), false, all);
        return all;
    }

    /// Semicolons and line ends divide; commas only where more than one address stands between two of them, because names hold commas too.
    private static void people(String cell, boolean required, List<Attendee> into) {
        for (var part : cell.split("[;\\r\\n]+")) {
            boolean several = part.indexOf('@') != part.lastIndexOf('@');
            for (var one : several ? part.split(",") : new String[] {part}) {
                if (!one.isBlank()) {
                    into.add(attendee(one.strip(), required));
                }
            }
        }
    }

    private static Attendee attendee(String text, boolean required) {
        int open = text.lastIndexOf('<');
        boolean named = open >= 0 && text.endsWith(">");
        return named ? new Attendee(text.substring(open + 1, text.length() - 1).strip(), text.substring(0, open).replace("\"", "").strip(), required)
                : new Attendee(text, "", required);
    }

    private String subject(Planned planned) {
        if (rules.subject().isEmpty()) {
            return cell(SlotColumn.SUBJECT).replaceAll("\\s+", " ");
        }
        var values = new HashMap<String, String>();
        values.put("number", Integer.toString(number));
        values.put("date", DateTimeFormatter.ofPattern("d MMM yyyy", rules.locale()).format(planned.start()));
        values.put("weekday", planned.start().getDayOfWeek().getDisplayName(TextStyle.FULL, rules.locale()));
        values.put("time", DateTimeFormatter.ofPattern("HH:mm").format(planned.start()));
        for (int at = 0; at < sheet.headings().size(); at++) {
            values.put(SubjectTemplate.plain(sheet.headings().get(at)), at < row.cells().size() && !row.formulas().contains(at) ? row.cells().get(at) : "");
        }
        mapping.keySet().forEach(column -> values.put(SubjectTemplate.plain(column.heading()), cell(column)));
        return rules.subject().filled(values);
    }

    private String title() {
        return Optional.of(cell(SlotColumn.SUBJECT)).filter(text -> !text.isEmpty()).orElseGet(() -> cell(SlotColumn.START));
    }
}
