package app.lectern.attendance.teams;

import app.lectern.attendance.Presence;
import app.lectern.attendance.Stay;
import app.lectern.attendance.Who;
import app.lectern.attendance.teams.Headings.Column;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads Teams' attendance file: the summary, the participants, and their comings and goings where the file has them. Knows the
/// forms of several years: three numbered sections, a summary with one table, and a plain list of who joined and left.
public final class TeamsFileReader {
    private final List<List<String>> rows;
    private final Moments moments;
    private final List<String> unread = new ArrayList<>();

    private TeamsFileReader(List<List<String>> rows, ZoneId zone, Optional<Instant> near) {
        this.rows = rows;
        this.moments = Moments.of(rows.stream().flatMap(List::stream).toList(), zone, near);
    }

    /// Empty when it is no such file.
    ///
    /// @param zone where the file was downloaded; it holds local times and does not say of where
    /// @param near when the meeting was planned, which decides between 3 April and 4 March
    public static Optional<TeamsFile> read(byte[] content, ZoneId zone, Optional<Instant> near) {
        var rows = SheetReader.read(content);
        return new TeamsFileReader(rows, zone, near).file();
    }

    private Optional<TeamsFile> file() {
        var tables = tables();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        var summary = rows.subList(0, tables.getFirst());
        var participants = new ArrayList<Map<Column, String>>();
        var activities = new ArrayList<Map<Column, String>>();
        for (int at = 0; at < tables.size(); at++) {
            boolean second = at > 0;
            int end = at + 1 < tables.size() ? tables.get(at + 1) : rows.size();
            (second ? activities : participants).addAll(table(tables.get(at), end, second));
        }
        var presences = participants.stream().anyMatch(row -> row.containsKey(Column.TIMESTAMP)) ? byActions(participants) : presences(participants, activities);
        var times = summary.stream().filter(row -> row.size() > 1).flatMap(row -> moments.read(row.get(1)).stream()).toList();
        return presences.isEmpty() && unread.isEmpty() ? Optional.empty()
                : Optional.of(new TeamsFile(title(summary), times.stream().findFirst(), times.size() > 1 ? Optional.of(times.get(1)) : Optional.empty(),
                        presences, unread));
    }

    /// Where the headings of a table stand: known ones, or whatever follows a numbered line and is as wide as a table.
    private List<Integer> tables() {
        var found = new ArrayList<Integer>();
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            boolean afterNumber = at > 0 && isSection(rows.get(at - 1)) && row.size() >= 5;
            if (Headings.known(row) >= 3 || afterNumber && row.stream().noneMatch(cell -> moments.read(cell).isPresent())) {
                found.add(at);
            }
        }
        return found;
    }

    private static boolean isSection(List<String> row) {
        return row.getFirst().matches("[1-9]\\. ?\\D.*") && row.stream().skip(1).allMatch(String::isEmpty);
    }

    private static String title(List<List<String>> summary) {
        // the first value of the summary that is neither a number nor a date is the title, whatever its heading is called
        return summary.stream().filter(row -> row.size() > 1 && !row.get(1).isEmpty()).map(row -> row.get(1))
                .filter(value -> !value.matches("[\\d\\s.,:/%-]+.{0,4}") && Lengths.read(value).isEmpty()).findFirst().orElse("");
    }

    private List<Map<Column, String>> table(int from, int until, boolean activities) {
        var columns = Headings.columns(rows.get(from), activities);
        var table = new ArrayList<Map<Column, String>>();
        for (int at = from + 1; at < until; at++) {
            var row = rows.get(at);
            if (row.stream().allMatch(String::isEmpty) || isSection(row)) {
                continue;
            }
            var cells = new EnumMap<Column, String>(Column.class);
            for (int column = 0; column < Math.min(row.size(), columns.size()); column++) {
                int index = column;
                columns.get(column).ifPresent(name -> cells.put(name, row.get(index)));
            }
            table.add(cells);
        }
        return table;
    }

    private static Who who(Map<Column, String> row) {
        var email = row.getOrDefault(Column.EMAIL, "");
        var upn = row.getOrDefault(Column.UPN, "");
        return new Who("", email.contains("@") ? email : upn.contains("@") ? upn : "", row.getOrDefault(Column.NAME, ""));
    }

    private static String key(Who who) {
        return who.hasEmail() ? who.email() : who.nameKey();
    }

    private List<Presence> presences(List<Map<Column, String>> participants, List<Map<Column, String>> activities) {
        var comings = new LinkedHashMap<String, List<Stay>>();
        for (var row : activities) {
            stay(row).ifPresent(stay -> comings.computeIfAbsent(key(who(row)), key -> new ArrayList<>()).add(stay));
        }
        var presences = new ArrayList<Presence>();
        // an older form has one table, with a line for each time that somebody came
        boolean manyLines = activities.isEmpty() && participants.stream().map(row -> key(who(row))).distinct().count() < participants.size();
        for (var row : participants) {
            var who = who(row);
            var length = Lengths.read(row.getOrDefault(Column.DURATION, ""));
            var own = comings.getOrDefault(key(who), List.of());
            var stay = stay(row);
            if (who.called().isEmpty() || own.isEmpty() && stay.isEmpty() && length.isEmpty()) {
                unread.add(String.join(" ", row.values()).strip());
                continue;
            }
            boolean exact = !own.isEmpty() || manyLines;
            var stays = own.isEmpty() ? stay.stream().toList() : own;
            var stated = length.or(() -> stays.stream().map(Stay::length).reduce(Duration::plus)).orElse(Duration.ZERO);
            presences.add(new Presence(who, row.getOrDefault(Column.ROLE, ""), stated, stays, exact));
        }
        return presences;
    }

    private Optional<Stay> stay(Map<Column, String> row) {
        var joined = moments.read(row.getOrDefault(Column.JOIN, ""));
        var left = moments.read(row.getOrDefault(Column.LEAVE, ""))
                .or(() -> joined.flatMap(from -> Lengths.read(row.getOrDefault(Column.DURATION, "")).map(from::plus)));
        return joined.flatMap(from -> left.map(until -> new Stay(from, until)));
    }

    private record Action(Instant at, boolean joins) {}

    /// The oldest form: a line for each coming and each going. Whoever never left stayed until the last line.
    private List<Presence> byActions(List<Map<Column, String>> lines) {
        var people = new LinkedHashMap<Who, List<Action>>();
        for (var row : lines) {
            moments.read(row.getOrDefault(Column.TIMESTAMP, "")).ifPresentOrElse(at -> {
                var actions = people.computeIfAbsent(who(row), who -> new ArrayList<>());
                actions.add(new Action(at, joins(row.getOrDefault(Column.ACTION, ""), actions)));
            }, () -> unread.add(String.join(" ", row.values()).strip()));
        }
        var last = people.values().stream().flatMap(List::stream).map(Action::at).max(Comparator.naturalOrder());
        return people.entrySet().stream().map(person -> {
            var stays = stays(person.getValue().stream().sorted(Comparator.comparing(Action::at)).toList(), last.orElseThrow());
            return new Presence(person.getKey(), "", stays.stream().map(Stay::length).reduce(Duration.ZERO, Duration::plus), stays, true);
        }).toList();
    }

    /// In a language that is not known, comings and goings take turns.
    private static boolean joins(String action, List<Action> before) {
        var word = Headings.simplified(action.toLowerCase(Locale.ROOT));
        if (List.of("joined", "joinedbefore", "beigetreten", "vorherbeigetreten", "arejoint", "rejoint", "seunio", "unido", "deelgenomen", "entrou", "partecipa",
                "anslot", "dolaczyl").stream().anyMatch(word::startsWith)) {
            return true;
        }
        if (List.of("left", "verlassen", "aquitte", "quitte", "salio", "abandono", "vertrokken", "verlaten", "saiu", "haabbandonato", "lamnade", "opuscil").stream()
                .anyMatch(word::startsWith)) {
            return false;
        }
        return before.size() % 2 == 0;
    }

    private static List<Stay> stays(List<Action> actions, Instant last) {
        var stays = new ArrayList<Stay>();
        Instant joined = null;
        for (var action : actions) {
            if (action.joins()) {
                joined = joined == null ? action.at() : joined;
            } else if (joined != null) {
                stays.add(new Stay(joined, action.at()));
                joined = null;
            }
        }
        if (joined != null) {
            stays.add(new Stay(joined, last));
        }
        return stays;
    }
}
