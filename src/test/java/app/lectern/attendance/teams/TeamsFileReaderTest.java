package app.lectern.attendance.teams;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.attendance.Presence;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TeamsFileReaderTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NINE = Instant.parse("2026-11-18T09:00:00Z");

    private static TeamsFile read(String text) {
        return read(utf16(text));
    }

    private static byte[] utf16(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    }

    private static TeamsFile read(byte[] content) {
        return TeamsFileReader.read(content, LONDON, Optional.of(NINE)).orElseThrow();
    }

    /// The numbered form in a language: its words, its date and its lengths.
    private record Language(String name, String sections, String summary, String participants, String activities, String start, String leave, String end,
            String length, String organiser) {
        String file() {
            var section = sections.split("\\|");
            return "1. " + section[0] + "\n" + summary.formatted(start, end) + "\n\n2. " + section[1] + "\n" + participants + "\n"
                    + String.join("\t", "Marta Kowalska", start, end, length, "marta@x.example", "marta@x.example", organiser) + "\n\n3. " + section[2] + "\n" + activities
                    + "\n" + String.join("\t", "Marta Kowalska", start, leave, "10m", "marta@x.example", organiser) + "\n";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Language> languages() {
        return List.of(
                new Language("English, United States", "Summary|Participants|In-Meeting Activities",
                        "Meeting title\tReaction rates\nAttended participants\t1\nStart time\t%s\nEnd time\t%s\nMeeting duration\t1h 4m 9s",
                        "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
                        "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole", "11/18/26, 9:00:00 AM", "11/18/26, 9:10:00 AM", "11/18/26, 10:04:09 AM", "1h 4m 9s", "Organizer"),
                new Language("English, Great Britain", "Summary|Participants|In-Meeting Activities",
                        "Meeting title\tReaction rates\nAttended participants\t1\nStart time\t%s\nEnd time\t%s",
                        "Name\tFirst join\tLast leave\tIn-meeting duration\tEmail\tParticipant ID (UPN)\tRole",
                        "Name\tJoin time\tLeave time\tDuration\tEmail\tRole", "18/11/2026, 09:00:00", "18/11/2026, 09:10:00", "18/11/2026, 10:04:09", "1h 4m 9s", "Organiser"),
                new Language("German", "Zusammenfassung|Teilnehmer|Aktivitäten während der Besprechung",
                        "Titel der Besprechung\tReaction rates\nTeilgenommene Personen\t1\nStartzeit\t%s\nEndzeit\t%s",
                        "Name\tErste Beitrittszeit\tLetzte Austrittszeit\tDauer der Teilnahme\tE-Mail\tTeilnehmer-ID (UPN)\tRolle",
                        "Name\tBeitrittszeit\tAustrittszeit\tDauer\tE-Mail\tRolle", "18.11.26, 09:00:00", "18.11.26, 09:10:00", "18.11.26, 10:04:09", "1 Std. 4 Min. 9 Sek.", "Organisator"),
                new Language("French", "Résumé|Participants|Activités en réunion",
                        "Titre de la réunion\tReaction rates\nParticipants présents\t1\nHeure de début\t%s\nHeure de fin\t%s",
                        "Nom\tPremière participation\tDernier départ\tDurée de la réunion\tCourriel\tID du participant (UPN)\tRôle",
                        "Nom\tHeure de participation\tHeure de départ\tDurée\tCourriel\tRôle", "18/11/2026 09:00:00", "18/11/2026 09:10:00", "18/11/2026 10:04:09", "1 h 4 min 9 s", "Organisateur"),
                new Language("Spanish", "Resumen|Participantes|Actividades en la reunión",
                        "Título de la reunión\tReaction rates\nParticipantes asistentes\t1\nHora de inicio\t%s\nHora de finalización\t%s",
                        "Nombre\tPrimera incorporación\tÚltima salida\tDuración de la reunión\tCorreo electrónico\tId. de participante (UPN)\tRol",
                        "Nombre\tHora de unión\tHora de salida\tDuración\tCorreo electrónico\tRol", "18/11/26, 9:00:00 a. m.", "18/11/26, 9:10:00 a. m.", "18/11/26, 10:04:09 a. m.", "1 h 4 min 9 s", "Organizador"),
                new Language("Dutch", "Samenvatting|Deelnemers|Activiteiten in de vergadering",
                        "Titel van de vergadering\tReaction rates\nAanwezige deelnemers\t1\nBegintijd\t%s\nEindtijd\t%s",
                        "Naam\tEerste deelname\tLaatste vertrek\tDuur in de vergadering\tE-mail\tDeelnemer-ID (UPN)\tRol",
                        "Naam\tTijdstip van deelname\tTijdstip van vertrek\tDuur\tE-mail\tRol", "18-11-2026 09:00:00", "18-11-2026 09:10:00", "18-11-2026 10:04:09", "1 u 4 m 9 s", "Organisator"),
                new Language("Portuguese", "Resumo|Participantes|Atividades na reunião",
                        "Título da reunião\tReaction rates\nParticipantes presentes\t1\nHora de início\t%s\nHora de término\t%s",
                        "Nome\tPrimeira entrada\tÚltima saída\tDuração na reunião\tEmail\tID do participante (UPN)\tFunção",
                        "Nome\tHora de ingresso\tHora de saída\tDuração\tEmail\tFunção", "18/11/2026, 09:00:00", "18/11/2026, 09:10:00", "18/11/2026, 10:04:09", "1h 4m 9s", "Organizador"),
                new Language("Italian", "Riepilogo|Partecipanti|Attività durante la riunione",
                        "Titolo della riunione\tReaction rates\nPartecipanti presenti\t1\nOra di inizio\t%s\nOra di fine\t%s",
                        "Nome\tPrimo accesso\tUltima uscita\tDurata nella riunione\tIndirizzo e-mail\tID partecipante (UPN)\tRuolo",
                        "Nome\tOra di accesso\tOra di uscita\tDurata\tIndirizzo e-mail\tRuolo", "18/11/26, 09:00:00", "18/11/26, 09:10:00", "18/11/26, 10:04:09", "1 ora 4 min 9 sec", "Organizzatore"),
                new Language("Swedish", "Sammanfattning|Deltagare|Aktiviteter under mötet",
                        "Mötesrubrik\tReaction rates\nNärvarande deltagare\t1\nStarttid\t%s\nSluttid\t%s",
                        "Namn\tFörsta anslutning\tSenast lämnat\tVaraktighet i mötet\tE-post\tDeltagar-ID (UPN)\tRoll",
                        "Namn\tAnslutningstid\tTid för lämnande\tVaraktighet\tE-post\tRoll", "2026-11-18 09:00:00", "2026-11-18 09:10:00", "2026-11-18 10:04:09", "1 tim 4 min 9 s", "Organisatör"),
                new Language("Polish", "Podsumowanie|Uczestnicy|Działania podczas spotkania",
                        "Tytuł spotkania\tReaction rates\nObecni uczestnicy\t1\nGodzina rozpoczęcia\t%s\nGodzina zakończenia\t%s",
                        "Imię i nazwisko\tPierwsze dołączenie\tOstatnie opuszczenie\tCzas trwania spotkania\tAdres e-mail\tIdentyfikator uczestnika (UPN)\tRola",
                        "Imię i nazwisko\tGodzina dołączenia\tGodzina opuszczenia\tCzas trwania\tAdres e-mail\tRola", "18.11.2026, 09:00:00", "18.11.2026, 09:10:00", "18.11.2026, 10:04:09", "1 godz. 4 min 9 s", "Organizator"),
                new Language("a language that nobody told it", "Yhteenveto|Osallistujat|Toiminnot",
                        "Otsikko\tReaction rates\nLäsnä\t1\nAlkoi\t%s\nPäättyi\t%s", "Nimi\tTuli\tLähti\tKesto\tSposti\tTunnus\tRooli",
                        "Nimi\tTuli\tLähti\tKesto\tSposti\tRooli", "18.11.2026 9:00:00", "18.11.2026 9:10:00", "18.11.2026 10:04:09", "1 h 4 m 9 s", "Järjestäjä"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theThreeSectionsAreReadInManyLanguages(Language language) {
        var file = read(language.file());
        assertThat(file.title()).isEqualTo("Reaction rates");
        assertThat(file.start()).contains(NINE);
        assertThat(file.end()).contains(NINE.plusSeconds(3849));
        assertThat(file.unread()).isEmpty();
        assertThat(file.presences()).hasSize(1);
        var marta = file.presences().getFirst();
        assertThat(marta.who().name()).isEqualTo("Marta Kowalska");
        assertThat(marta.who().email()).isEqualTo("marta@x.example");
        assertThat(marta.stated()).isEqualTo(Duration.ofSeconds(3849));
        assertThat(marta.exact()).isTrue();
        assertThat(marta.stays()).hasSize(1);
        assertThat(marta.stays().getFirst().joined()).isEqualTo(NINE);
        assertThat(marta.stays().getFirst().left()).isEqualTo(NINE.plusSeconds(600));
    }

    @Test
    void withoutActivitiesTheSummaryIsNoIntervalOfPresence() {
        var file = read("2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
                + "Omar\t11/18/26, 9:00:00 AM\t11/18/26, 9:40:00 AM\t16m 49s\to@x.example\to@x.example\tAttendee\n");
        assertThat(file.presences()).extracting(Presence::exact).containsExactly(false);
        assertThat(file.presences().getFirst().stated()).isEqualTo(Duration.ofSeconds(1009));
    }

    @Test
    void utf8WithCommasAndQuotesIsReadAsWell() {
        var text = "Meeting Summary\nTotal Number of Participants,1\nMeeting Title,\"Rates, again\"\nMeeting Start Time,\"11/18/2026, 9:00:00 AM\"\n\n"
                + "Full Name,Join Time,Leave Time,Duration,Email,Role,Participant ID (UPN)\n"
                + "\"Haddad, Omar\",\"11/18/2026, 9:00:00 AM\",\"11/18/2026, 9:10:00 AM\",10m,o@x.example,Attendee,o@x.example\n"
                + "\"Haddad, Omar\",\"11/18/2026, 9:20:00 AM\",\"11/18/2026, 9:30:00 AM\",10m,o@x.example,Attendee,o@x.example\n";
        for (var content : List.of(text.getBytes(StandardCharsets.UTF_8), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text.getBytes(Charset.forName("windows-1252")))) {
            var file = read(content);
            assertThat(file.title()).isEqualTo("Rates, again");
            assertThat(file.presences()).hasSize(2).allMatch(Presence::exact).allMatch(each -> each.who().name().equals("Haddad, Omar"));
        }
    }

    @Test
    void theOldestFormListsComingsAndGoings() {
        var file = read("Full Name\tUser Action\tTimestamp\nMarta\tJoined before\t11/18/2026, 9:00:00 AM\nOmar\tJoined\t11/18/2026, 9:05:00 AM\n"
                + "Omar\tLeft\t11/18/2026, 9:15:00 AM\nOmar\tJoined\t11/18/2026, 9:20:00 AM\nMarta\tLeft\t11/18/2026, 10:00:00 AM\n");
        var omar = file.presences().stream().filter(each -> each.who().name().equals("Omar")).findFirst().orElseThrow();
        assertThat(omar.stays()).hasSize(2);
        assertThat(omar.stated()).as("who never left stayed until the last line").isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void anAmbiguousDateIsTheOneNearTheMeeting() {
        var row = "2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nA\t3/4/26, 9:00:00 AM\t3/4/26, 9:40:00 AM\t40m\ta@x.example\ta@x.example\t\n";
        var april = TeamsFileReader.read(utf16(row), ZoneId.of("UTC"), Optional.of(Instant.parse("2026-04-03T09:00:00Z"))).orElseThrow();
        assertThat(april.began()).contains(Instant.parse("2026-04-03T09:00:00Z"));
        var march = TeamsFileReader.read(utf16(row), ZoneId.of("UTC"), Optional.of(Instant.parse("2026-03-04T09:00:00Z"))).orElseThrow();
        assertThat(march.began()).contains(Instant.parse("2026-03-04T09:00:00Z"));
        var unknown = TeamsFileReader.read(utf16(row), ZoneId.of("UTC"), Optional.empty()).orElseThrow();
        assertThat(unknown.began()).as("half-day clocks go with the month first").contains(Instant.parse("2026-03-04T09:00:00Z"));
    }

    @Test
    void noonAndMidnightOfTheTwelveHourClock() {
        var moments = Moments.of(List.of("11/18/26, 12:30:00 PM"), ZoneId.of("UTC"), Optional.empty());
        assertThat(moments.read("11/18/26, 12:30:00 PM")).contains(Instant.parse("2026-11-18T12:30:00Z"));
        assertThat(moments.read("11/18/26, 12:30:00 AM")).contains(Instant.parse("2026-11-18T00:30:00Z"));
        assertThat(moments.read("11/18/26, 1:00:00\u202fp.m.".replace('\u202f', ' '))).contains(Instant.parse("2026-11-18T13:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1h 4m 9s|3849", "64 min 9 s|3849", "16m 49s|1009", "16 min 49 s|1009", "00:16:49|1009", "16:49|1009", "1:04:09|3849",
        "1 Std. 4 Min. 9 Sek.|3849", "1 Stunde 4 Minuten|3840", "1 hour 4 minutes 9 seconds|3849", "1 hr 4 min|3840", "1 godz. 4 min 9 s|3849", "1 tim 4 min|3840",
        "1 u 4 m 9 s|3849", "1 uur 4 minuten|3840", "1 ora 4 min 9 sec|3849", "2 ore|7200", "1 heure 4 minutes|3840", "1 d 1 h|90000", "1 Tag 1 Std.|90000", "9s|9"})
    void lengthsAreReadInTheirManySpellings(String text, long seconds) {
        assertThat(Lengths.read(text)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void whatIsNoLengthIsNone() {
        assertThat(Lengths.read("")).isEmpty();
        assertThat(Lengths.read("soon")).isEmpty();
        assertThat(Lengths.read("12 apples")).isEmpty();
    }

    @Test
    void anythingElseIsNoAttendanceFile() {
        for (var content : List.of(new byte[0], "hello".getBytes(StandardCharsets.UTF_8), "name,email\nA,a@x.example\n".getBytes(StandardCharsets.UTF_8), new byte[] {0, 1, 2, 3, 4, 5})) {
            assertThat(TeamsFileReader.read(content, LONDON, Optional.empty())).isEmpty();
        }
    }

    @Test
    void aLineThatCannotBeReadIsNamedAndTheRestIsRead() {
        var file = read("2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
                + "Omar\t11/18/26, 9:00:00 AM\t11/18/26, 9:40:00 AM\t40m\to@x.example\to@x.example\tAttendee\nBroken\tnever\tnever\t\t\t\t\n");
        assertThat(file.presences()).hasSize(1);
        assertThat(file.unread()).hasSize(1).first().asString().contains("Broken");
    }
}
